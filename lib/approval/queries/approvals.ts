import { mayApprove } from '#lib/access/policy.ts';
import { mayReadTask } from '#lib/access/readable.ts';
import { changeFields, changeRisks } from '#lib/change/fields.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, type Prisma } from '#lib/platform/db.ts';
import { labelOf } from '#lib/task/choice.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import { pathOfNumber, type TaskKind } from '#lib/task/kind.ts';
import { type PriorityShown, priorityShown } from '#lib/task/state-shown.ts';
import type { Answer } from '../outcome.ts';

/** What an approver has to know of a record before answering. Absent: its kind has none, or it is empty. */
export type Asked = {
  number: string;
  href: string;
  title: string;
  priority: PriorityShown;
  requester: string | null;
  customer: string | null;
  /** Of all pieces. */
  priceCents: number | null;
  quantity: number | null;
  /** When a change is to be made, and how risky it is. */
  plannedStart: string | null;
  plannedEnd: string | null;
  risk: string | null;
  /** What is to be done and why, under its names. */
  texts: { label: string; text: string }[];
};

/** One question to one approver, with the record that it is about. */
export type ApprovalRow = {
  id: string;
  record: Asked;
  /** The state that the record asks to leave. */
  stage: string;
  approver: string;
  answer: Answer;
  reason: string;
  requestedAt: string;
  answeredAt: string | null;
  /** The actor is the approver. */
  own: boolean;
  /** It waits for the actor. */
  mine: boolean;
};

const AT_MOST = 50;

const named = { select: { name: true } } as const;

const withRecord = {
  approver: named,
  task: {
    select: {
      kind: true,
      number: true,
      shortDescription: true,
      description: true,
      priority: true,
      openedBy: named,
      account: named,
      contact: { select: { user: named } },
      consumer: { select: { user: named } },
      change: {
        select: {
          risk: true,
          plannedStart: true,
          plannedEnd: true,
          justification: true,
          implementationPlan: true,
          backoutPlan: true,
          testPlan: true,
          requestedBy: named,
        },
      },
      requestedItem: {
        select: { priceCents: true, quantity: true, request: { select: { requestedFor: named } } },
      },
    },
  },
} as const satisfies Prisma.ApprovalInclude;

type ApprovalWithRecord = Prisma.ApprovalGetPayload<{ include: typeof withRecord }>;

/** The texts of a change that are read before it is approved. */
const plans = ['justification', 'implementationPlan', 'backoutPlan', 'testPlan'] as const;

function askedOf({ change, requestedItem: item, ...task }: ApprovalWithRecord['task']): Asked {
  const described = [{ label: 'Description', text: task.description }];
  const planned = plans.map((name) => ({ label: changeFields[name].label, text: change?.[name] ?? '' }));
  return {
    number: task.number,
    href: pathOfNumber(task.number),
    title: task.shortDescription,
    priority: priorityShown(task.priority),
    requester: (change?.requestedBy ?? item?.request.requestedFor ?? task.openedBy)?.name ?? null,
    customer: task.account?.name ?? (task.contact ?? task.consumer)?.user.name ?? null,
    priceCents: item?.priceCents ?? null,
    quantity: item?.quantity ?? null,
    plannedStart: change?.plannedStart?.toISOString() ?? null,
    plannedEnd: change?.plannedEnd?.toISOString() ?? null,
    risk: change ? labelOf(changeRisks, change.risk) : null,
    texts: [...described, ...planned].filter(({ text }) => text.trim() !== ''),
  };
}

function approvalRow(actor: Actor, { task, ...found }: ApprovalWithRecord): ApprovalRow {
  const answer = found.answer as Answer;
  const own = found.approverId === actor.id;
  return {
    id: found.id,
    record: askedOf(task),
    stage: stateLabel(task.kind as TaskKind, found.stage),
    approver: found.approver.name,
    answer,
    reason: found.reason,
    requestedAt: found.requestedAt.toISOString(),
    answeredAt: found.answeredAt?.toISOString() ?? null,
    own,
    mine: own && answer === 'requested' && mayApprove(actor).ok,
  };
}

/** CHG-1 · What waits for the actor, the oldest question first. */
export async function approvalsWaiting(actor: Actor & { id: string }): Promise<ApprovalRow[]> {
  const found = await db().approval.findMany({
    where: { approverId: actor.id, answer: 'requested' },
    include: withRecord,
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: AT_MOST,
  });
  return found.map((each) => approvalRow(actor, each));
}

/** CHG-1 · What the actor has answered, the last answer first. */
export async function approvalsAnswered(actor: Actor & { id: string }): Promise<ApprovalRow[]> {
  const found = await db().approval.findMany({
    where: { approverId: actor.id, answer: { in: ['approved', 'rejected'] } },
    include: withRecord,
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: AT_MOST,
  });
  return found.map((each) => approvalRow(actor, each));
}

/** CHG-1 · The current round of a record, by name: who is asked, and what they said. Empty for who may not see it. */
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
