import type { Verdict } from '#lib/platform/verdict.ts';
import type { RunPlan } from './rules/plan-run.ts';

/** PRO-1 · What the dialog says before: whom a run would reach, and whether a major case stands above. */
export type RunDraft = {
  count: number;
  /** The first of them, by name. */
  names: string[];
  /** Those that have a proactive case of the record, by name and number: the first of `alreadyCount`. */
  already: { name: string; number: string }[];
  alreadyCount: number;
  /** Those that were deactivated: the first of `inactiveCount`. */
  inactive: string[];
  inactiveCount: number;
  /** PRO-8 · Those of the other sort who can get a case in a run of their own: the first of `remainCount`. */
  remain: string[];
  remainCount: number;
  /** Why nothing is generated from the record as it is now; null: it can be. */
  refused: string | null;
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
  {
    customers,
    already,
    inactive,
    remain,
    many,
    majorCase,
  }: RunPlan & {
    majorCase: { number: string } | null;
    remain: readonly { name: string }[];
  },
  mayBegin: Verdict,
  communication: Communication | null,
): RunDraft {
  return {
    count: customers.length,
    names: customers.slice(0, NAMED).map(({ name }) => name),
    already: already.slice(0, NAMED).map(({ name, caseNumber }) => ({ name, number: caseNumber ?? '' })),
    alreadyCount: already.length,
    inactive: inactive.slice(0, NAMED).map(({ name }) => name),
    inactiveCount: inactive.length,
    remain: remain.slice(0, NAMED).map(({ name }) => name),
    remainCount: remain.length,
    refused: mayBegin.ok ? null : mayBegin.because,
    major: majorCase ? { is: 'there', number: majorCase.number } : many ? { is: 'new' } : null,
    communication,
  };
}
