import { mayActForTheClock } from '#lib/access/policy.ts';
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
  return runCommand(actor, 'auto-close-incident', async (run) => {
    const incident = (await lockRecord(run, 'incident', number)) as Incident;
    const days = integer(run.settings, 'incident.autoclose.days');
    enforce(mayActForTheClock(actor), mayCloseByClock(incident, { at: run.at, days }));

    return applyUpdate(run, incident, { ...incident, state: 'closed' } as Incident, {});
  });
}
