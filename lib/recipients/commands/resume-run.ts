import { wakeJob } from '#lib/jobs/enqueue.ts';
import { untried } from '#lib/jobs/next-try.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { lockList } from '../lock-list.ts';
import { mayGoOnRun } from '../rules/child-run.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · Goes on making the child cases that are left. */
export async function resumeChildRun(actor: Actor, of: ListOf): Promise<void> {
  await runCommand(actor, 'resume-child-cases', async (context) => {
    const { run } = await lockList(context, of);
    enforce(mayGoOnRun(run?.state ?? null));
    await context.tx.childCaseRun.updateMany({ where: { id: run?.id ?? '' }, data: { ...untried, state: 'running' } });
    await context.tx.$executeRaw`select ${wakeJob('create-child-cases')}`;
  });
}
