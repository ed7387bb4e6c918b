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
  /** PRO-4 · What a message would reach; null: the actor sends none. */
  communication: Communication | null;
};

/** PRO-4 · Those of the run who could not be written to, the first of `unreachedCount`, and what a message can begin with. */
export type Communication = {
  unreached: string[];
  unreachedCount: number;
  templates: { id: string; name: string; text: string }[];
};

const NAMED = 20;

/** A planned run in names. */
export function runDraft(
  { customers, already, major }: RunPlan,
  majorNumber: string | null,
  communication: Communication | null,
): RunDraft {
  return {
    count: customers.length,
    names: customers.slice(0, NAMED).map(({ name }) => name),
    already: already.slice(0, NAMED).map(({ name, caseNumber }) => ({ name, number: caseNumber ?? '' })),
    alreadyCount: already.length,
    major: majorNumber !== null ? { is: 'there', number: majorNumber } : major === 'new' ? { is: 'new' } : null,
    communication,
  };
}
