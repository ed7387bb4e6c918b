/** SYNC-6 · Outcomes for records that a rule may reach. */
export const outcomes = [
  'written',
  'state_kept',
  'unchanged',
  'closed',
  'resolved',
  'follows_major_case',
  'major_case',
  'changed_since',
  'rule_off',
  'other_record',
  'refused',
] as const;

export type Outcome = (typeof outcomes)[number];

/** SYNC-5, SYNC-6 · Why a record was not written, or not as the rule says; shown after its number. */
export const reasons: Readonly<Record<Exclude<Outcome, 'written'>, string>> = {
  state_kept: 'not resolved automatically, as marked',
  unchanged: 'nothing to change',
  closed: 'closed or cancelled',
  resolved: 'resolved already',
  follows_major_case: 'in a major case',
  major_case: 'a major case itself',
  changed_since: 'changed since then',
  rule_off: 'rule off',
  other_record: 'with another related record',
  refused: 'not allowed by rules or roles',
};

/** SYNC-6 · How many records of an outcome the ledger stores by id: readers see those of them that they may open. */
export const NAMED_IN_LEDGER = 1000;

/** One rule's outcome for records, caused by one update of a source. `ids`: the first of them, where they are known. */
export type LedgerLine = {
  sourceId: string;
  rule: string;
  outcome: Outcome;
  records: number;
  ids?: readonly string[];
};
