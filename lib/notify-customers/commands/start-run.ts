import { v7 as uuid } from 'uuid';
import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { wakeJob } from '#lib/jobs/enqueue.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integer } from '#lib/property/settings.ts';
import { runCommand } from '#lib/task/command.ts';
import { recordChanged } from '#lib/task/command-context.ts';
import { lockRecord } from '#lib/task/lock.ts';
import { selectCases } from '../queries/select-cases.ts';
import { messageFits } from '../rules/message.ts';
import { someoneIsTold, startsWaiting } from '../rules/run-moves.ts';
import type { StartRun } from '../schema.ts';
import { type Started, writeRun } from '../write-run.ts';

/**
 * NOT-1, NOT-3 · Takes down what is to be said to whom, in a fixed number of statements, and begins, or waits for somebody to
 * confirm (NOT-7). The cases are told and the mails queued by the job.
 */
export async function startRun(
  actor: Actor & { id: string },
  { kind, number, text, caseNumbers }: StartRun,
): Promise<Started> {
  const { value } = await runCommand(actor, 'notify-customers', async (context) => {
    const source = await lockRecord(context, kind, number);
    enforce(mayNotifyCustomers(actor), messageFits(text));
    const cases = await selectCases(context.tx, actor, { id: source.id, kind }, { caseNumbers });
    enforce(someoneIsTold(cases.filter(({ active }) => active).length));

    const run = { id: uuid(), sourceId: source.id, text, senderId: actor.id, at: context.at };
    const limit = integer(context.settings, 'notify.second_approval_above');
    const started = await writeRun(context.tx, run, cases, (people) => startsWaiting(people, limit));
    if (started.state === 'running') await context.tx.$executeRaw`select ${wakeJob('notify-customers')}`;
    recordChanged(context, source);
    return started;
  });
  return value;
}
