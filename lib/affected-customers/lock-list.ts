import { mayWorkCasesOf } from '#lib/access/customers.ts';
import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { acceptsChildren } from '#lib/major-case/rules/join.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { type Condition, storedCondition } from './condition.ts';
import type { ChildRunState } from './rules/child-run.ts';
import type { ListOf } from './schema.ts';

/** A list locked by its major case; `run` is the unfinished run. */
export type LockedList = ListOf & {
  id: string;
  major: Case;
  condition: Condition | null;
  fixedAt: Date | null;
  run: { id: string; state: ChildRunState } | null;
};

/**
 * MAJ-5, MAJ-6 · Locks a major case and finds or creates its list of this sort. Refused: users who do not lead major cases or
 * do not work such customers' cases, and major cases that accept no more children. Open pages are updated.
 */
export async function lockList(context: CommandContext, { number, of }: ListOf): Promise<LockedList> {
  const { actor, settings, tx } = context;
  const major = await lockRecord(context, 'case', number);
  enforce(mayLeadMajorCases(actor), mayWork(actor, major), mayWorkCasesOf(actor, of));
  enforce(majorCasesAreOn(settings), acceptsChildren(major));
  const key = { majorCaseId: major.id, of };
  const list = await tx.recipientsList.upsert({
    where: { majorCaseId_of: key },
    create: key,
    update: {},
    include: { runs: { where: { state: { not: 'done' } }, select: { id: true, state: true } } },
  });
  recordChanged(context, major);
  const { id, fixedAt, runs, condition } = list;
  return { id, number, of, major, fixedAt, condition: storedCondition(condition), run: runs[0] ?? null };
}
