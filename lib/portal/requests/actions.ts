'use server';

import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { portalAction } from '#lib/door/portal-action.ts';
import { order } from '../commands/order.ts';
import { AnswerOwnApproval, Order } from '../schema.ts';

/** POR-6 · Orders from the catalog. */
export const orderAction = portalAction(
  { permission: 'record.create', input: Order, isOnce: true },
  async (actor, input) => {
    const { number } = await order(actor, input);
    return { data: { number } };
  },
);

/** POR-7 · Answers an approval that names the customer. */
export const answerOwnApprovalAction = portalAction(
  { permission: 'approval.answer', input: AnswerOwnApproval, isOnce: true },
  async (actor, input) => {
    await answerApproval(actor, input);
    return {};
  },
);
