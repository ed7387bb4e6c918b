import { v7 as uuid } from 'uuid';
import { wakeRuns } from '#lib/run/run-state.ts';
import { integer } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { SelectedCase } from '../queries/select-cases.ts';
import { needsConfirmation } from '../rules/run-moves.ts';
import { messageTable } from './message-run.ts';
import { type Started, writeRun } from './write-run.ts';

type Message = { sourceId: string; text: string; senderId: string; answers?: boolean };

/** NOT-3, NOT-7 · Stores a message and starts it or waits for confirmation; the job posts comments after the commit. */
export async function beginRun(
  { tx, settings, at }: CommandContext,
  message: Message,
  cases: readonly SelectedCase[],
): Promise<Started> {
  const limit = integer(settings, 'notify.second_approval_above');
  const started = await writeRun(tx, { id: uuid(), ...message, at }, cases, (people) =>
    needsConfirmation(people, limit),
  );
  if (started.state === 'running') await wakeRuns(tx, messageTable);
  return started;
}
