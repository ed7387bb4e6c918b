import type { WordKey } from '#lib/words/words.ts';

/** What the form of a new case says in the browser. */
export const newCaseWords = [
  'new.describe',
  'new.describe.hint',
  'new.product',
  'new.product.none',
  'new.files',
  'new.files.remove',
  'new.for',
  'new.for.hint',
  'new.send',
  'new.kept',
  'new.known',
  'new.known.outage',
  'new.known.text',
  'new.known.own',
  'new.known.answer',
  'new.known.more',
  'case.files.add',
  'case.files.cancel',
  'case.files.large',
  'case.files.most',
  'case.files.sending',
  'case.files.sent',
  'case.files.failed',
  'step.received',
  'step.work',
  'step.answer',
  'step.done',
  'answer.lost',
] as const satisfies WordKey[];

export type NewCaseWords = Readonly<Record<(typeof newCaseWords)[number], string>>;
