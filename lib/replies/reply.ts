import type { EntryText } from '#lib/journal/timeline-entry.ts';
import type { StateShown } from '#lib/kinds/state-shown.ts';
import type { ReplyFilter } from './filters.ts';

/** NOT-8 · What a customer has written in a case of a record. */
export type Reply = {
  /** Of the entry in the journal of the case. */
  id: string;
  at: string;
  by: string;
  caseNumber: string;
  caseTitle: string;
  state: StateShown;
  /** Empty for consumers. */
  account: string;
  text: EntryText;
  byMail: boolean;
  /** MAIL-4 · The email of which it has only a part; null: it has all, or came by another way. */
  cut: string | null;
  /** MAIL-8 · It came by an email whose sender no server vouches for. */
  doubtful: boolean;
  unread: boolean;
  answered: boolean;
  /** The case is open, and can be written into. */
  open: boolean;
  /** Who would read an answer. */
  audience: string;
};

/** `next` is where the next page begins; null when there is none. */
export type RepliesPage = { rows: Reply[]; next: string | null };

export type ReplyCounts = Readonly<Record<ReplyFilter, number>>;
