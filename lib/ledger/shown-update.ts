import { ruleNamed } from '#lib/journal/rule-names.ts';
import { type Outcome, reasons } from '#lib/write/outcomes.ts';

/** The emails of an update, counted by outcome. */
export type UpdateMails = { sent: number; waiting: number; failed: number; suppressed: number };

/** SYNC-6 · The effect of a rule: how many records it wrote, and how many it left out and why. */
export type RuleFigures = { id: string; name: string; written: number; leftOut: { reason: string; records: number }[] };

/** SYNC-6 · An update of a record. `mails`: null if the emails belong to the update of another record that caused this one. */
export type ListedUpdate = {
  id: string;
  at: string;
  number: string;
  by: string;
  /** It gave back what an update before it had changed; `undoes`: when that one was. */
  isUndo: boolean;
  undoes: string | null;
  /** When the update was undone. */
  undone: string | null;
  rules: RuleFigures[];
  mails: UpdateMails | null;
};

/** An update as the ledger shows it to the actor. */
export type ShownUpdate = ListedUpdate & { mayRetry: boolean };

export type Counted = { rule: string; outcome: Outcome; records: number };

/** SYNC-6 · Counts of the ledger grouped by rule, in the order of the rows. */
export function ruleFigures(rows: readonly Counted[]): RuleFigures[] {
  return [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, own]) => ({
    ...ruleNamed(rule, false),
    written: own.find(({ outcome }) => outcome === 'written')?.records ?? 0,
    leftOut: own.flatMap(({ outcome, records }) =>
      outcome === 'written' ? [] : [{ reason: reasons[outcome], records }],
    ),
  }));
}
