'use server';

import { portalAction } from '#lib/door/portal-action.ts';
import { askVisit } from './ask-visit.ts';
import { AskVisit } from './schema.ts';

/** POR-11 */
export const askVisitAction = portalAction(
  { permission: 'work-order.ask', input: AskVisit, isOnce: true },
  async (actor, input) => {
    const { number } = await askVisit(actor, input);
    return { data: { number } };
  },
);
