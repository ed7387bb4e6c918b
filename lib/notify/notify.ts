import type { CommandContext } from '#lib/task/command-context.ts';
import { writeMails, writeMailsOfNotes } from './outbox.ts';

/** MAIL-10 · Queues the mails about all that happened: what rules wrote into journals, then what people did. */
export async function notify(context: CommandContext): Promise<void> {
  if (context.rulesWrote) await writeMailsOfNotes(context);
  await writeMails(context);
}
