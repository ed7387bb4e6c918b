/** The filter buttons of Activity. */
export const timelineFilters = ['all', 'work_note', 'comment', 'change', 'mail'] as const;

export type TimelineFilter = (typeof timelineFilters)[number];

/** SYNC-4 · The source of an entry by a rule. The reason is loaded by the entry's id. */
export type Origin = {
  source: { number: string; href?: string };
  /** It is a question to a user, and not one of many updates. */
  asks?: true;
  /** It reports a new state or hold of the other record. */
  moved?: true;
  /** REL-15 · Whether the two records are still associated. */
  associated: boolean;
};

/** SYNC-4 · Why a rule wrote an entry. */
export type Why = {
  rules: { id: string; name: string; href?: string }[];
  source: { number: string; href?: string };
  /** The copied text, if the actor may read it. */
  entry: { by: string; at: string; text: string } | null;
  causedBy: string;
};

export type ChangeLine = { label: string; from: string; to: string };

/** Q-19 · A text as HTML: the whole, or the beginning of a long one. The whole text is loaded by the entry's id. */
export type EntryText = { html: string; isBeginning?: true };

/**
 * MAIL-8 · Marks an entry that came by email, with what is known about the sender and a link to the email. `cut`: MAIL-4 · the
 * link for an entry with only a part of the email.
 */
export type EmailMark = { words: string; href: string; cut?: string };

/** REC-2 · A timeline entry, ready to be shown. An email's text is loaded when the entry is opened. */
export type TimelineEntry = { id: string; at: string; by: string } & (
  | ({ type: 'work_note' | 'comment'; origin?: Origin; byCustomer?: true; email?: EmailMark } & EntryText)
  | { type: 'change'; lines: ChangeLine[] }
  | { type: 'mail'; subject: string; to: string; fate: string }
  | { type: 'attachment'; name: string; href: string; size: string; isImage: boolean }
);

/** `next` is the start of older entries; null if there are none. */
export type TimelinePage = { entries: TimelineEntry[]; next: string | null };
