import type { RunPlan } from './rules/plan-run.ts';

/** PRO-1 · What the dialog says before: whom a run would reach, and whether a major case stands above. */
export type RunDraft = {
  count: number;
  /** The first of them, by name. */
  names: string[];
  /** Those that have a proactive case of the record, by name and number: the first of `alreadyCount`. */
  already: { name: string; number: string }[];
  alreadyCount: number;
  /** The number of the major case that is there, `new`, or null. */
  major: { is: 'new' } | { is: 'there'; number: string } | null;
};

const NAMED = 20;

/** A planned run in names. */
export function runDraft({ customers, already, major }: RunPlan, majorNumber: string | null): RunDraft {
  return {
    count: customers.length,
    names: customers.slice(0, NAMED).map(({ name }) => name),
    already: already.slice(0, NAMED).map(({ name, caseNumber }) => ({ name, number: caseNumber ?? '' })),
    alreadyCount: already.length,
    major: majorNumber !== null ? { is: 'there', number: majorNumber } : major === 'new' ? { is: 'new' } : null,
  };
}
