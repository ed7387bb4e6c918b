import type { MailCount } from '#lib/mail-rules/count-mails.ts';
import type { UnsyncedChildren } from '#lib/property/unsynced-children.ts';
import type { RecordSample } from '#lib/record/record-sample.ts';

/** A rule that would fire: the records it would update, and the emails about them. */
export type FiredRule = { id: string; name: string; records: RecordSample; mails: MailCount };

/** SYNC-5 · The consequences of a planned action. */
export type ActionPreview = {
  /** Why the action would be refused; empty: it would not. */
  refused: string;
  /** For a bulk action: the records that would be refused, by reason. */
  refusedOf: { because: string; numbers: string[] }[];
  rules: FiredRule[];
  /** All records that rules would update, each counted once. */
  records: number;
  /** All emails, including those about the change itself. */
  mails: MailCount;
  leftOut: ({ because: string } & RecordSample)[];
  /** SYNC-7 · Marked cases that would keep their state. */
  stayOpen: RecordSample;
  /** SYNC-MAJ-1 · Child cases would get this if the property were on; null: it is on, or none would. */
  unsynced: UnsyncedChildren | null;
  /** Switched-off rules that would otherwise fire. */
  off: { id: string; name: string; count: number }[];
};
