import { addRecipients } from '#lib/affected-customers/commands/add-recipients.ts';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { approveCandidate } from '#lib/major-case/commands/approve-candidate.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import type { Names } from './names.ts';

/** Approves a candidate, remembers the new major case under its key, and adds other cases to it. */
export async function approveMajor(
  actor: Actor,
  number: string,
  { as, children }: { as: string; children: readonly string[] },
  names: Names,
): Promise<void> {
  const major = await approveCandidate(actor, { number });
  names.remember(as, major.number);
  if (children.length > 0) await addToMajor(actor, major.number, children, names);
}

/** Adds cases to a major case; a case that cannot join is an error in the stories. */
export async function addToMajor(
  actor: Actor,
  number: string,
  children: readonly string[],
  names: Names,
): Promise<void> {
  const caseNumbers = children.map((key) => names.number(key));
  const { leftOut } = await addChildren(actor, { number, caseNumbers });
  for (const { because } of leftOut) throw new Error(because);
}

type ChildCases = { comment: string; for: readonly (readonly [account: string, as: string])[] };

/** Adds accounts to the list of a major case, creates a child case for each, and remembers each under its key. */
export async function makeChildCases(
  actor: Actor,
  number: string,
  { comment, for: of }: ChildCases,
  names: Names,
): Promise<void> {
  if (actor.id === null) throw new Error('Child cases are created by a person.');
  const keys = new Map(of.map(([account, as]) => [names.id(`account ${account}`), as]));
  const list = { number, of: 'accounts' } as const;
  await addRecipients(actor, { ...list, customerIds: [...keys.keys()] });
  await createChildCases({ ...actor, id: actor.id }, { ...list, comment });
  await processRuns(system, childCaseRuns);
  const made = await db().task.findMany({
    where: { accountId: { in: [...keys.keys()] }, case: { parent: { task: { number } } } },
  });
  for (const { accountId, number: child } of made) names.remember(keys.get(accountId ?? '') ?? child, child);
}
