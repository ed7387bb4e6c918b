import { z } from 'zod';
import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { AnswerApproval } from '#lib/approval/schema.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { cancelRequest } from '#lib/request/commands/cancel-request.ts';
import { CancelRequest } from '#lib/request/schema.ts';
import { nothingWouldUpdate, type WouldUpdate } from '#lib/sync/preview.ts';
import { wouldBeUpdatedBy } from './command.ts';
import { updateTask } from './commands/update-task.ts';
import type { TaskKind } from './kind.ts';
import { UpdateTask } from './schema.ts';

/** What somebody is about to do: save a form, answer an approval, cancel a request. */
export const Considered = z.discriminatedUnion('what', [
  UpdateTask.extend({ what: z.literal('save') }),
  AnswerApproval.pick({ approvalId: true, answer: true }).extend({ what: z.literal('answer') }),
  CancelRequest.extend({ what: z.literal('cancel') }),
]);
export type Considered = z.input<typeof Considered>;

/** The same command, with whatever words it may still be waiting for. */
function carriedOut(actor: Actor, considered: z.output<typeof Considered>): Promise<unknown> {
  switch (considered.what) {
    case 'save':
      return updateTask(actor, considered);
    case 'answer':
      return answerApproval(actor, { ...considered, reason: 'Not said yet.' });
    case 'cancel':
      return cancelRequest(actor, considered);
  }
}

/** The kind of the record that it is done to, which is there. */
async function kindOf(considered: z.output<typeof Considered>): Promise<TaskKind> {
  if (considered.what === 'save') return considered.kind;
  if (considered.what === 'cancel') return 'request';
  const { task } = await db().approval.findUniqueOrThrow({
    where: { id: considered.approvalId },
    select: { task: { select: { kind: true } } },
  });
  return task.kind;
}

/** What is out of reach stays so; what a rule refuses, as it is not complete yet, updates nothing. */
const isOutOfReach = (refusal: Refusal) => refusal.rule === 'REL-16' || refusal.rule.startsWith('ACC-');

/**
 * SYNC-3 · What would be updated by what somebody is about to do: the command itself says it, and is taken back. Nothing for who may do
 * it and not know how many.
 */
export async function wouldUpdate(actor: Actor, considered: z.output<typeof Considered>): Promise<WouldUpdate> {
  try {
    const updated = await wouldBeUpdatedBy(() => carriedOut(actor, considered));
    return maySeeAffectedCount(actor, await kindOf(considered)) ? updated : nothingWouldUpdate;
  } catch (error) {
    if (error instanceof Refusal && !isOutOfReach(error)) return nothingWouldUpdate;
    throw error;
  }
}
