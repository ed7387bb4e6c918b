import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { resumeRun } from '#lib/run/run-state.ts';
import { lockList } from '../lock-list.ts';
import { mayResumeRun } from '../rules/child-run.ts';
import { childCaseTable } from '../run/child-case-run.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · Resumes creating the remaining child cases. */
export async function resumeChildRun(actor: Actor, of: ListOf): Promise<void> {
  await runCommand(actor, 'resume-child-cases', async (context) => {
    const { run } = await lockList(context, of);
    enforce(mayResumeRun(run?.state ?? null));
    if (run) await resumeRun(context.tx, childCaseTable, run.id);
  });
}
