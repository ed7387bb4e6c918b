import { changeMessages, notifications } from '#lib/live/publish.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from './command-context.ts';
import { namedRecords } from './named-records.ts';

/** Which records changed, and which others stand beside them on pages: those that they name, or named before. */
function messagesOf({ changedRecords, events }: CommandContext): string[] {
  const changed = [...changedRecords].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(changedRecords);
  return changeMessages(changed, [...beside]);
}

/**
 * SYNC-0 · The last statement of a command: its cause with all that rules did on its account, what queues the mails about
 * it, and word to open pages.
 */
export async function conclude(context: CommandContext, mails: Prisma.Sql | null = null): Promise<void> {
  const { tx, actor, at, command, cause, onBehalfOf = null } = context;
  const messages = messagesOf(context);
  if (!cause) {
    if (messages.length > 0) await tx.$executeRaw`/* prepared */ ${notifications(messages)}`;
    return;
  }
  await tx.$executeRaw`
    /* prepared */ with cause as (
      insert into causes (id, at, actor_id, on_behalf_of, task_id, command, rules, written)
      values (${cause.id}::uuid, ${at}, ${actor.id}::uuid, ${onBehalfOf}, ${cause.taskId}::uuid, ${command}, ${[...cause.rules]}::text[],
              ${cause.written}::int)
    )${mails ? Prisma.sql`, mails as (${mails})` : Prisma.empty}
    ${notifications(messages)}`;
}
