import type { EventOf } from '#lib/record/event.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { type CommandContext, ensureCause } from '#lib/write/command-context.ts';
import { setWatching } from './colleagues-of-case.ts';

type Role = EventOf<'shared'>['as'];

/** POR-19 · Sends a colleague an email that a customer shared a case. Creates the email's cause even if no field has changed. */
export function notifyOfShare(context: CommandContext, theCase: RecordOf<'case'>, userId: string, as: Role): void {
  ensureCause(context, theCase.id);
  context.events.push({ type: 'shared', record: theCase, userId, as });
}

/** POR-19 · Sends an email to the colleague for whom the actor opened a case; from now on the actor gets email about it, too. */
export async function notifyColleague(
  context: CommandContext,
  actor: { id: string; name: string },
  theCase: RecordOf<'case'>,
): Promise<void> {
  const { contactId } = theCase;
  if (!contactId || contactId === actor.id) return;
  await setWatching(context, theCase, actor, true);
  notifyOfShare(context, theCase, contactId, 'contact');
}
