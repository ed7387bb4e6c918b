import type { MailCount } from '#lib/mail-rules/count-mails.ts';

/** Records by how many they are; the numbers of the first of them that one may see. */
export type Some = { count: number; first: string[] };

/** A rule that would fire: what it would write, and the mails about that. */
export type Firing = { id: string; name: string; records: Some; mails: MailCount };

/** SYNC-5 · What would follow from what somebody is about to do. */
export type Foresight = {
  /** Why it would be refused; empty: it would not. */
  refused: string;
  /** Of several records: those that would be refused, by the reason. */
  refusedOf: { because: string; numbers: string[] }[];
  rules: Firing[];
  /** All records that rules would write, each once. */
  records: number;
  /** All mails, those about the change itself among them. */
  mails: MailCount;
  leftOut: ({ because: string } & Some)[];
  /** SYNC-7 · Cases that would keep their state, as they are marked. */
  kept: Some;
  /** Rules that would fire if they were not switched off. */
  off: { id: string; name: string; count: number }[];
};
