import { changeFields, changeRisks } from '#lib/kinds/change/fields.ts';
import { type PriorityShown, priorityShown } from '#lib/kinds/state-shown.ts';
import type { Prisma } from '#lib/platform/db.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { labelOf } from '#lib/words/choice.ts';

/** What an approver must know of a record. Absent: this kind has no such field, or it is empty. */
export type ApprovalSubject = {
  number: string;
  href: string;
  title: string;
  priority: PriorityShown;
  requester: string | null;
  customer: string | null;
  /** The total of all pieces. */
  priceCents: number | null;
  quantity: number | null;
  /** The planned time and the risk of a change. */
  plannedStart: string | null;
  plannedEnd: string | null;
  risk: string | null;
  /** The plans and their labels. */
  texts: { label: string; text: string }[];
};

const named = { select: { name: true } } as const;

/** The columns read for it. */
export const subjectSelect = {
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
} as const satisfies Prisma.TaskSelect;

/** A change's texts that its approvers read. */
const plans = ['justification', 'implementationPlan', 'backoutPlan', 'testPlan'] as const;

/** A record as its approver sees it. */
export function approvalSubject({
  change,
  requestedItem: item,
  ...task
}: Prisma.TaskGetPayload<{ select: typeof subjectSelect }>): ApprovalSubject {
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
