import type { InboxReason } from './rules.ts';

/** An inbox line, as pages show it. */
export type InboxItem = {
  id: string;
  at: string;
  unread: boolean;
  reason: InboxReason;
  /** The author's name. */
  by: string;
  number: string;
  title: string;
  /** The timeline entry with the details. */
  entry: string | null;
  /** The new state, by its label at that time. */
  state: string | null;
  /** CASE-3 · How a customer answered a proposed solution by moving the case. */
  solution: 'accepted' | 'rejected' | null;
  /** The beginning of the text. */
  excerpt: string | null;
  /** How many more records of the same command concern the reader. */
  others: number;
};

export type InboxPage = {
  items: InboxItem[];
  /** The start of the next page. */
  next: string | null;
};

/** What happened, without the record's number: "Ava Agent mentioned you". */
export function inboxSentence({ reason, by, state, solution, excerpt, others }: InboxItem): string {
  const sentences: Readonly<Record<InboxReason, string>> = {
    mentioned: `${by} mentioned you`,
    approval: `${by} requested your approval`,
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

/** The lines about one record, newest first. */
export type InboxGroup = { number: string; title: string; items: InboxItem[] };

/** Groups lines, newest first, by record. The record with the newest line comes first. */
export function groupByRecord(items: readonly InboxItem[]): InboxGroup[] {
  const groups = Map.groupBy(items, ({ number }) => number);
  return [...groups].map(([number, own]) => ({ number, title: own[0]?.title ?? '', items: own }));
}
