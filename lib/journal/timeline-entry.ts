/** What the filter buttons of Activity show. */
export const timelineFilters = ['all', 'work_note', 'comment', 'change', 'mail'] as const;

export type TimelineFilter = (typeof timelineFilters)[number];

/** SYNC-4 · Where an entry that a rule wrote comes from; why it is here is asked for by the id. */
export type Origin = {
  source: { number: string; href?: string };
  /** It asks somebody something, and is not one of many updates. */
  asks?: true;
  /** It says that the other record changed its state or its hold. */
  moved?: true;
  /** REL-15 · Whether the two records still belong together. */
  associated: boolean;
};

/** SYNC-4 · Why an entry that a rule wrote is here. */
export type Why = {
  rules: { id: string; name: string; href?: string }[];
  source: { number: string; href?: string };
  /** The words that it copies, where the actor may read them. */
  entry: { by: string; at: string; text: string } | null;
  causedBy: string;
};

export type ChangeLine = { label: string; from: string; to: string };

/** Q-19 · What somebody wrote, as HTML: all of it, or where it is long its beginning; the whole is asked for by the id. */
export type EntryText = { html: string; isBeginning?: true };

/**
 * MAIL-8 · That an entry came by email: what is known of its sender, and where the whole of it is read. `cut`: MAIL-4 · the
 * email of which it has only a part.
 */
export type EmailMark = { words: string; href: string; cut?: string };

/** REC-2 · One thing that happened to a record, ready to be shown. The text of a mail is asked for when it is opened. */
export type TimelineEntry = { id: string; at: string; by: string } & (
  | ({ type: 'work_note' | 'comment'; origin?: Origin; byCustomer?: true; email?: EmailMark } & EntryText)
  | { type: 'change'; lines: ChangeLine[] }
  | { type: 'mail'; subject: string; to: string; fate: string }
  | { type: 'attachment'; name: string; href: string; size: string; isImage: boolean }
);

/** `next` is where older entries begin; null when there are none. */
export type TimelinePage = { entries: TimelineEntry[]; next: string | null };
