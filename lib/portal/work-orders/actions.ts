'use server';

import { bookWindow } from '#lib/appointment/commands/book-window.ts';
import { cancelWindow } from '#lib/appointment/commands/cancel-window.ts';
import { moveWindow } from '#lib/appointment/commands/move-window.ts';
import { portalAction } from '#lib/door/portal-action.ts';
import { askVisit } from './ask-visit.ts';
import { AskVisit, ChooseWindow, DropWindow } from './schema.ts';

/** POR-11 */
export const askVisitAction = portalAction(
  { permission: 'work-order.ask', input: AskVisit, isOnce: true },
  async (actor, input) => {
    const { number } = await askVisit(actor, input);
    return { data: { number } };
  },
);

/** POR-11, WO-13 · Chooses the time of a visit, or changes it. */
export const chooseWindowAction = portalAction(
  { permission: 'appointment.choose', input: ChooseWindow },
  async (actor, { number, startsAt, sequence }) => {
    const wanted = { number, startsAt, technicianId: null, reason: '' };
    if (sequence === null) await bookWindow(actor, wanted);
    else await moveWindow(actor, { ...wanted, sequence });
    return {};
  },
);

/** POR-11, WO-13 · Cancels the chosen time of a visit. */
export const dropWindowAction = portalAction(
  { permission: 'appointment.choose', input: DropWindow },
  async (actor, input) => {
    await cancelWindow(actor, { ...input, reason: '' });
    return {};
  },
);
