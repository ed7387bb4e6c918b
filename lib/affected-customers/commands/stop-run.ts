import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { stopRun } from '#lib/run/run-state.ts';
import { lockList } from '../lock-list.ts';
import { mayStopRun } from '../rules/child-run.ts';
import { childCaseTable } from '../run/child-case-run.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · Stops creating child cases. Created cases stay; resuming creates the others. */
export async function stopChildRun(actor: Actor, of: ListOf): Promise<void> {
  await runCommand(actor, 'stop-child-cases', async (context) => {
    const { run } = await lockList(context, of);
    enforce(mayStopRun(run?.state ?? null));
    if (run) await stopRun(context.tx, childCaseTable, run.id);
  });
}
