import type { EntryText } from '#lib/journal/timeline-entry.ts';
import type { StateShown } from '#lib/kinds/state-shown.ts';
import type { ReplyFilter } from './filters.ts';

/** NOT-8 · A customer's comment in a case of a record. */
export type Reply = {
  /** The id of the journal entry. */
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
  /** MAIL-4 · The email of which the reply shows only a part; null: it shows all, or did not come by email. */
  cut: string | null;
  /** MAIL-8 · The reply came by an email whose sender no server vouches for. */
  doubtful: boolean;
  unread: boolean;
  answered: boolean;
  /** The case is open, so comments can be added. */
  open: boolean;
  /** The readers of an answer. */
  audience: string;
};

/** `next` is the start of the next page; null if there is none. */
export type RepliesPage = { rows: Reply[]; next: string | null };

export type ReplyCounts = Readonly<Record<ReplyFilter, number>>;
