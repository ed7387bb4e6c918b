import { ruleNamed } from '#lib/journal/rule-names.ts';
import { type Outcome, reasons } from '#lib/write/outcomes.ts';

/** The emails of an update by what became of them. */
export type UpdateMails = { sent: number; waiting: number; failed: number; suppressed: number };

/** SYNC-6 · What a rule made of records: how many it wrote, and how many it left out and why. */
export type RuleFigures = { id: string; name: string; written: number; leftOut: { reason: string; records: number }[] };

/** SYNC-6 · An update of a record. `mails`: null where they belong to the update of another record, from which this one followed. */
export type ListedUpdate = {
  id: string;
  at: string;
  number: string;
  by: string;
  rules: RuleFigures[];
  mails: UpdateMails | null;
};

/** The same as its ledger shows it to somebody. */
export type ShownUpdate = ListedUpdate & { mayRetry: boolean };

export type Counted = { rule: string; outcome: Outcome; records: number };

/** SYNC-6 · Rows of the ledger by rule, in the order in which they come. */
export function ruleFigures(rows: readonly Counted[]): RuleFigures[] {
  return [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, own]) => ({
    ...ruleNamed(rule, false),
    written: own.find(({ outcome }) => outcome === 'written')?.records ?? 0,
    leftOut: own.flatMap(({ outcome, records }) =>
      outcome === 'written' ? [] : [{ reason: reasons[outcome], records }],
    ),
  }));
}
