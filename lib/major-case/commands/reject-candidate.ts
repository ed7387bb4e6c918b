import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { judgementOf } from '../queries/judgement.ts';
import { candidateIsUndecided, rejectionIsExplained } from '../rules/judge.ts';
import { majorCasesAreOn } from '../rules/propose.ts';
import type { RejectCandidate } from '../schema.ts';

/** MAJ-3 · Rejects a candidate: the reason becomes a work note, and the case is an ordinary one again. */
export async function rejectCandidate(actor: Actor, { number, reason }: RejectCandidate): Promise<Case> {
  const { value } = await runCommand(actor, 'reject-candidate', async (context) => {
    const candidate = await lockRecord(context, 'case', number);
    enforce(mayLeadMajorCases(actor), mayWork(actor, candidate));
    enforce(majorCasesAreOn(context.settings));
    enforce(candidateIsUndecided(candidate, await judgementOf(context.tx, candidate.id)), rejectionIsExplained(reason));
    const rejected = { ...candidate, majorCaseState: 'rejected' };
    return updateRecord(context, 'case', candidate, rejected, { workNote: reason });
  });
  return value;
}
