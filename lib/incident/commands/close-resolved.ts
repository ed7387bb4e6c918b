import { isSystemJob } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { integer } from '#lib/settings/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { mayCloseAutomatically } from '../rules/close-automatically.ts';

/** INC-5 · Closes an incident that has been resolved long enough. Its cases receive this update like any other. */
export function closeResolved(actor: Actor, { number }: { number: string }): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'auto-close-incident', async (context) => {
    const incident = await lockForUpdate(context, 'incident', number);
    const days = integer(context.settings, 'incident.autoclose.days');
    enforce(isSystemJob(actor));
    enforce(mayCloseAutomatically(incident, { at: context.at, days }));

    return updateRecord(context, 'incident', incident, { ...incident, state: 'closed' });
  });
}
