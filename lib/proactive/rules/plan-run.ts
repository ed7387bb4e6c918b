import { definitions } from '#lib/kinds/definitions.ts';
import type { SourceKind } from '#lib/kinds/outage-source.ts';
import { listed } from '#lib/platform/listed.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** An affected customer of one sort: whether it is active, and its proactive case of the record. */
export type Candidate = { id: string; name: string; active: boolean; caseNumber: string | null };

/**
 * PRO-1, PRO-8 · What a run makes: a case for each of `customers`, and a major case above them where they are `many`. `already`
 * have a case of the record and get no second one; `inactive` get none.
 */
export type RunPlan = {
  customers: readonly Candidate[];
  already: readonly Candidate[];
  inactive: readonly Candidate[];
  many: boolean;
};

/** PRO-1, PRO-8 · Decides a run by how many customers of this run have no case yet. */
export function planRun(candidates: readonly Candidate[], threshold: number): RunPlan {
  const already = candidates.filter(({ caseNumber }) => caseNumber !== null);
  const without = candidates.filter(({ caseNumber }) => caseNumber === null);
  const customers = without.filter(({ active }) => active);
  const inactive = without.filter(({ active }) => !active);
  return { customers, already, inactive, many: customers.length >= threshold };
}

/**
 * PRO-1, REL-10 · The cases are associated with the record, which takes an open one; and what is resolved would resolve none of
 * them any more (SYNC-INC-5).
 */
export function sourceIsOpen({ kind, number, state }: { kind: SourceKind; number: string; state: string }): Verdict {
  const { phase, label } = definitions[kind].states[state] ?? { phase: 'final', label: state };
  return phase === 'open' ? yes : no('PRO-1', `${number} is ${label}: cases are generated while it is open.`);
}

function firstOf([first, ...others]: readonly Candidate[], one: string, many: string): string | null {
  if (!first) return null;
  return `${listed([first.name], others.length + 1)} ${others.length > 0 ? many : one}.`;
}

/** PRO-3 · Somebody is left who has none, and can be written to. */
export function someoneIsLeft({ customers, already, inactive }: RunPlan): Verdict {
  if (customers.length > 0) return yes;
  const have = firstOf(already, 'has a proactive case already', 'have a proactive case already');
  if (have) return no('PRO-3', have);
  const gone = firstOf(inactive, 'is no longer active', 'are no longer active');
  return no('PRO-1', gone ?? 'None of these customers is affected any longer: refresh the impacted services.');
}
