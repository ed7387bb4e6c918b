import { changeMessages, notifications } from '#lib/live/publish.ts';
import type { QueuedMail } from '#lib/notify/hold-unreadable.ts';
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
 * it, and word to open pages. The mails of which it is still to be asked whether their recipients may see the record.
 */
export async function conclude(context: CommandContext, mails: Prisma.Sql | null = null): Promise<QueuedMail[]> {
  const { tx, actor, at, command, cause, onBehalfOf = null } = context;
  const messages = messagesOf(context);
  if (!cause) {
    if (messages.length > 0) await tx.$executeRaw`/* prepared */ ${notifications(messages)}`;
    return [];
  }
  const written = Prisma.sql`/* prepared */ with cause as (
    insert into causes (id, at, actor_id, on_behalf_of, task_id, command, rules, written)
    values (${cause.id}::uuid, ${at}, ${actor.id}::uuid, ${onBehalfOf}, ${cause.taskId}::uuid, ${command}, ${[...cause.rules]}::text[],
            ${cause.written}::int)
  )`;
  if (!mails) {
    await tx.$executeRaw`${written} ${notifications(messages)}`;
    return [];
  }
  const rows = await tx.$queryRaw<(QueuedMail | { id: null })[]>`
    ${written}, mails as (${mails}), sent as (select count(*) from (${notifications(messages)}) messages)
    select mails.id, mails."recipientId" from sent left join mails on mails."toAsk"`;
  return rows.filter((row): row is QueuedMail => row.id !== null);
}
