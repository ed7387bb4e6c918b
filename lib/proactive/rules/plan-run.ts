import { definitions } from '#lib/kinds/definitions.ts';
import type { SourceKind } from '#lib/kinds/outage-source.ts';
import { listed } from '#lib/platform/listed.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** An affected customer: whether it is active, and its proactive case of the record. */
export type Candidate = { id: string; name: string; active: boolean; caseNumber: string | null };

/**
 * PRO-1, PRO-8 · What a run creates: a case for each of `customers`, and a major case above them if they are `many`. `already`:
 * customers that have a case of the record and get no second case; `inactive`: customers that get none.
 */
export type RunPlan = {
  customers: readonly Candidate[];
  already: readonly Candidate[];
  inactive: readonly Candidate[];
  many: boolean;
};

/** PRO-1, PRO-8 · Plans a run by how many of its customers have no case yet. */
export function planRun(candidates: readonly Candidate[], threshold: number): RunPlan {
  const already = candidates.filter(({ caseNumber }) => caseNumber !== null);
  const without = candidates.filter(({ caseNumber }) => caseNumber === null);
  const customers = without.filter(({ active }) => active);
  const inactive = without.filter(({ active }) => !active);
  return { customers, already, inactive, many: customers.length >= threshold };
}

/**
 * PRO-1, REL-10 · The cases are associated with the record, so it must be open. Ending a resolved record would no longer
 * resolve them (SYNC-INC-5).
 */
export function sourceIsOpen({ kind, number, state }: { kind: SourceKind; number: string; state: string }): Verdict {
  const { phase, label } = definitions[kind].states[state] ?? { phase: 'final', label: state };
  return phase === 'open' ? yes : no('PRO-1', `${number} is ${label}: cases are generated while it is open.`);
}

function firstOf([first, ...others]: readonly Candidate[], one: string, many: string): string | null {
  if (!first) return null;
  return `${listed([first.name], others.length + 1)} ${others.length > 0 ? many : one}.`;
}

/** PRO-3 · At least one active customer must have no case of the record yet. */
export function someCustomersAreLeft({ customers, already, inactive }: RunPlan): Verdict {
  if (customers.length > 0) return yes;
  const have = firstOf(already, 'has a proactive case already', 'have a proactive case already');
  if (have) return no('PRO-3', have);
  const gone = firstOf(inactive, 'is no longer active', 'are no longer active');
  return no('PRO-1', gone ?? 'None of these customers is affected any longer: refresh the impacted services.');
}
