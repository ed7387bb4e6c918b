import { isSystemJob } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integer } from '#lib/property/settings.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { Incident } from '../definition.ts';
import { mayCloseByClock } from '../rules/close-by-clock.ts';

/** INC-5 · Closes an incident that has been resolved long enough; its cases are told as of any change of state. */
export function closeResolved(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'auto-close-incident', async (context) => {
    const incident = (await lockRecord(context, 'incident', number)) as Incident;
    const days = integer(context.settings, 'incident.autoclose.days');
    enforce(isSystemJob(actor), mayCloseByClock(incident, { at: context.at, days }));

    return applyUpdate(context, incident, { ...incident, state: 'closed' } as Incident, {});
  });
}
