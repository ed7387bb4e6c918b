import { may } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { runCommand } from '../command.ts';
import { definitions } from '../definitions.ts';
import { lockRecord } from '../lock.ts';
import { mayBeWatchedBy } from '../rules/watchers.ts';
import type { Watch } from '../schema.ts';

/** Puts somebody on the watch list or the work notes list, or takes them off (INC-6). Oneself needs no more than sight. */
export async function watch(actor: Actor, { kind, number, list, userId, watching }: Watch): Promise<void> {
  await runCommand(actor, 'watch', async (run) => {
    const record = await lockRecord(run, kind, number);
    if (userId !== actor.id) enforce(may(actor, 'edit', kind));
    const user = await run.tx.user.findUnique({
      where: { id: userId },
      select: { audience: true, active: true, name: true },
    });
    if (!user?.active) throw new Refusal('REC-5', 'There is no such person.', { field: 'userId' });
    enforce(mayBeWatchedBy(kind, definitions[kind].states[record.state]?.phase ?? 'open', list, user));

    const key = { taskId: record.id, list, userId };
    if (watching) await run.tx.taskWatcher.upsert({ where: { taskId_list_userId: key }, create: key, update: {} });
    else await run.tx.taskWatcher.deleteMany({ where: key });
    run.touched.set(record.id, { kind, number });
  });
}
