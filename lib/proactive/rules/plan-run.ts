import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** An affected customer of one sort, and whether there is a proactive case of the record for it already. */
export type Candidate = { id: string; name: string; caseNumber: string | null };

/**
 * PRO-1, PRO-8 · What a run makes: a case for each of `customers`, and above them a `new` major case, those of the one that is
 * `there`, or `none`. `already` have a case of the record and get no second one.
 */
export type RunPlan = {
  customers: readonly Candidate[];
  already: readonly Candidate[];
  major: 'new' | 'there' | 'none';
};

/** PRO-1, PRO-8 · Decides a run by how many customers of this run have no case yet. */
export function planRun(candidates: readonly Candidate[], threshold: number, hasMajor: boolean): RunPlan {
  const customers = candidates.filter(({ caseNumber }) => caseNumber === null);
  const already = candidates.filter(({ caseNumber }) => caseNumber !== null);
  const many = customers.length >= threshold;
  return { customers, already, major: hasMajor ? 'there' : many ? 'new' : 'none' };
}

/** PRO-1 · Cases are generated of what is still worked on. */
export function sourceIsOpen({ number, active }: { number: string; active: boolean }): Verdict {
  return active ? yes : no('PRO-1', `${number} is over: no cases are generated from it.`);
}

/** PRO-3 · Somebody is left who has none. */
export function someoneIsLeft({ customers, already }: RunPlan): Verdict {
  if (customers.length > 0) return yes;
  const [first, ...others] = already;
  if (!first) return no('PRO-1', 'Nobody of them is affected any longer: refresh the impacted services.');
  const more = others.length > 0 ? ` and ${others.length} more have` : ' has';
  return no('PRO-3', `${first.name}${more} a proactive case already.`);
}
