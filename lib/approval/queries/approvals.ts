import { mayApprove } from '#lib/access/policy.ts';
import { mayReadTask } from '#lib/access/readable.ts';
import { stateLabel } from '#lib/kinds/definitions.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db, type Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type ApprovalSubject, approvalSubject, subjectSelect } from '../approval-subject.ts';
import type { Answer } from '../outcome.ts';

/** An approval requested from one approver, with its record. */
export type ApprovalRow = {
  id: string;
  record: ApprovalSubject;
  /** The state that the record is to leave. */
  stage: string;
  approver: string;
  answer: Answer;
  reason: string;
  requestedAt: string;
  answeredAt: string | null;
  /** The actor is the approver. */
  own: boolean;
  /** The actor can answer it now. */
  mine: boolean;
};

const AT_MOST = 50;

const withRecord = {
  approver: { select: { name: true } },
  task: { select: subjectSelect },
} as const satisfies Prisma.ApprovalInclude;

type ApprovalWithRecord = Prisma.ApprovalGetPayload<{ include: typeof withRecord }>;

function approvalRow(actor: Actor, { task, ...found }: ApprovalWithRecord): ApprovalRow {
  const answer = found.answer as Answer;
  const isApprover = found.approverId === actor.id;
  return {
    id: found.id,
    record: approvalSubject(task),
    stage: stateLabel(task.kind as TaskKind, found.stage),
    approver: found.approver.name,
    answer,
    reason: found.reason,
    requestedAt: found.requestedAt.toISOString(),
    answeredAt: found.answeredAt?.toISOString() ?? null,
    own: isApprover,
    mine: isApprover && answer === 'requested' && mayApprove(actor).ok,
  };
}

/** CHG-1 · Approvals waiting for the actor, oldest first. */
export async function approvalsWaiting(actor: Person): Promise<ApprovalRow[]> {
  const found = await db().approval.findMany({
    where: { approverId: actor.id, answer: 'requested' },
    include: withRecord,
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: AT_MOST,
  });
  return found.map((each) => approvalRow(actor, each));
}

/** CHG-1 · Approvals that the actor has answered, latest first. */
export async function approvalsAnswered(actor: Person): Promise<ApprovalRow[]> {
  const found = await db().approval.findMany({
    where: { approverId: actor.id, answer: { in: ['approved', 'rejected'] } },
    include: withRecord,
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: AT_MOST,
  });
  return found.map((each) => approvalRow(actor, each));
}

/** CHG-1 · The approvals of a record's current round, by approver name. Empty for users who may not see the record. */
export async function approvalsOf(actor: Actor, taskId: string): Promise<ApprovalRow[]> {
  if (!(await mayReadTask(db(), actor, taskId))) return [];
  const last = await db().approval.aggregate({ where: { taskId }, _max: { round: true } });
  const found = await db().approval.findMany({
    where: { taskId, round: last._max.round ?? 0 },
    include: withRecord,
    orderBy: [{ approver: { name: 'asc' } }, { id: 'asc' }],
  });
  return found.map((each) => approvalRow(actor, each));
}
