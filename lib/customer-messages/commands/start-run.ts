import { runCommand } from '#lib/engine/command.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { readableSource } from '../queries/readable-source.ts';
import { selectCases } from '../queries/select-cases.ts';
import { messageFits } from '../rules/message.ts';
import { hasOpenCases } from '../rules/run-moves.ts';
import { beginRun } from '../run/begin-run.ts';
import type { Started } from '../run/write-run.ts';
import type { StartRun } from '../schema.ts';

/**
 * NOT-1, NOT-3 · Stores a message and its recipients in a fixed number of statements, then starts it or waits for confirmation
 * (NOT-7). `answers`: it answers these customers' replies (NOT-8). A job posts comments and queues emails.
 */
export async function startRun(
  actor: Person,
  { kind, number, text, caseNumbers }: StartRun,
  { answers = false } = {},
): Promise<Started> {
  await readableSource(actor, { kind, number });
  enforce(messageFits(text));
  const { value } = await runCommand(actor, 'notify-customers', async (context) => {
    const source = await lockRecord(context, kind, number);
    const cases = await selectCases(context.tx, actor, { id: source.id, kind }, { caseNumbers });
    enforce(hasOpenCases(cases.filter(({ active }) => active).length));
    const started = await beginRun(context, { sourceId: source.id, text, senderId: actor.id, answers }, cases);
    recordChanged(context, source);
    return started;
  });
  return value;
}
