import { isSystemJob } from '#lib/access/policy.ts';
import { bookedOf } from '#lib/diary/booked-of.ts';
import { notifyOfVisit } from '#lib/diary/notify-of-visit.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { integer } from '#lib/settings/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { mayRemindOf } from '../rules/remind.ts';

/**
 * WO-14 · Reminds the customer of an appointment. Reads its current state, so that nobody is reminded of a cancelled or moved
 * one.
 */
export async function remindOfVisit(actor: Actor, { number }: { number: string }): Promise<void> {
  await runCommand(actor, 'remind-of-visit', async (context) => {
    const task = await lockForUpdate(context, 'work_order_task', number);
    enforce(isSystemJob(actor));
    const visit = found(await bookedOf(context.tx, task.id), `appointment of ${number}`);
    const { id, startsAt } = visit;
    const { remindedOf } = await context.tx.appointment.findUniqueOrThrow({ where: { id } });
    const hours = integer(context.settings, 'wm.appointment.reminder_hours');
    enforce(mayRemindOf({ startsAt, remindedOf }, { at: context.at, hours }));
    await context.tx.appointment.update({ where: { id }, data: { remindedOf: startsAt } });
    await notifyOfVisit(context, task, 'reminded', { before: null, after: visit });
  });
}
