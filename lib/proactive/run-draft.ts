import type { Verdict } from '#lib/platform/verdict.ts';
import type { RunPlan } from './rules/plan-run.ts';

/** PRO-1 · The preview in the dialog: the customers that get a case, and the major case. */
export type RunDraft = {
  count: number;
  /** The first customers, by name. */
  names: string[];
  /** Customers that have a proactive case of the record, by name and number: the first of `alreadyCount`. */
  already: { name: string; number: string }[];
  alreadyCount: number;
  /** Deactivated customers: the first of `inactiveCount`. */
  inactive: string[];
  inactiveCount: number;
  /** PRO-8 · Customers of the other sort who can get a case in a separate run: the first of `remainCount`. */
  remain: string[];
  remainCount: number;
  /** Why nothing can be generated from the record now; null if it can. */
  refused: string | null;
  /** The number of the existing major case, `new`, or null. */
  major: { is: 'new' } | { is: 'there'; number: string } | null;
  /** PRO-4 · The reach of a message; null: the actor may send none. */
  communication: Communication | null;
};

/** PRO-4 · Customers of the run that no message reaches, the first of `unreachedCount`, and the initial message. */
export type Communication = {
  unreached: string[];
  unreachedCount: number;
  templates: { id: string; name: string; text: string }[];
};

const NAMED = 20;

/** A planned run with customer names. */
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
