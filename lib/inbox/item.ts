import type { InboxReason } from './rules.ts';

/** A line of an inbox, as pages show it. */
export type InboxItem = {
  id: string;
  at: string;
  unread: boolean;
  reason: InboxReason;
  /** Who did it. */
  by: string;
  number: string;
  title: string;
  /** The entry of its timeline that says it. */
  entry: string | null;
  /** The state that the record was moved to, as people called it then. */
  state: string | null;
  /** CASE-3 · What a customer said of a proposed solution by moving the case. */
  solution: 'accepted' | 'rejected' | null;
  /** The beginning of what was said. */
  excerpt: string | null;
  /** So many more records of the same command concern the reader. */
  others: number;
};

export type InboxPage = {
  items: InboxItem[];
  /** Where the next page begins. */
  next: string | null;
};

/** What happened, without the record's number: "Ava Agent mentioned you". */
export function inboxSentence({ reason, by, state, solution, excerpt, others }: InboxItem): string {
  const sentences: Readonly<Record<InboxReason, string>> = {
    mentioned: `${by} mentioned you`,
    approval: `${by} asked for your approval`,
    assigned: `${by} assigned this to you`,
    answered: solution
      ? `${by} ${solution} the solution`
      : state && !excerpt
        ? `${by} answered: ${state}`
        : `${by} answered`,
    related: `${by} updated a related record`,
    moved: state ? `${by} moved this to ${state}` : `${by} moved this on`,
    commented: `${by} commented`,
    noted: `${by} wrote a work note`,
  };
  if (others === 0) return sentences[reason];
  return `${sentences[reason]}, and ${others} more ${others === 1 ? 'record' : 'records'}`;
}

/** What is said of one record, newest first. */
export type InboxGroup = { number: string; title: string; items: InboxItem[] };

/** The lines, newest first, by their records; the record with the newest line first. */
export function groupByRecord(items: readonly InboxItem[]): InboxGroup[] {
  const groups = Map.groupBy(items, ({ number }) => number);
  return [...groups].map(([number, own]) => ({ number, title: own[0]?.title ?? '', items: own }));
}
