import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { lockCandidate } from '../lock-candidate.ts';
import { majorCaseOf } from '../major-case-of.ts';
import { judgementOf } from '../queries/judgement.ts';
import { candidateIsUndecided, isWithoutCustomer } from '../rules/judge.ts';
import { majorCasesAreOn } from '../rules/propose.ts';
import type { ApproveCandidate } from '../schema.ts';

/**
 * MAJ-2 · Accepts a candidate, in one transaction: without a customer it becomes the major case, else the first child of a new
 * one. If two managers decide at once, the second is refused (REL-4). Returns the major case.
 */
export async function approveCandidate(actor: Actor, { number }: ApproveCandidate): Promise<Case> {
  const { value } = await runCommand(actor, 'approve-candidate', async (context) => {
    const candidate = await lockCandidate(context, number);
    enforce(mayLeadMajorCases(actor), mayWork(actor, candidate));
    enforce(majorCasesAreOn(context.settings));
    enforce(candidateIsUndecided(candidate, await judgementOf(context.tx, candidate.id)));
    if (isWithoutCustomer(candidate)) {
      const workNote = 'Accepted as major case.';
      return updateRecord(context, 'case', candidate, { ...candidate, majorCaseState: 'accepted' }, { workNote });
    }
    const major = await majorCaseOf(context, candidate);
    const workNote = `Accepted as child of major case ${major.number}.`;
    const child = { ...candidate, majorCaseState: null, parentId: major.id };
    await updateRecord(context, 'case', candidate, child, { workNote });
    return major;
  });
  return value;
}
