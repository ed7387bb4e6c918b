import { changeMessages, notifications } from '#lib/announce/publish.ts';
import { namedRecords } from '#lib/kinds/named-records.ts';
import type { QueuedMail } from '#lib/mail-out/hold-unreadable.ts';
import { Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import { currentGrants, enforceGrantsUnchanged, type Held } from '#lib/session/current-grants.ts';
import { ledgerSteps } from '#lib/sync/ledger-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** Which records changed, and which others stand beside them on pages: those that they name, or named before. */
function messagesOf({ changedRecords, events }: CommandContext): string[] {
  const changed = [...changedRecords].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(changedRecords);
  return changeMessages(changed, [...beside]);
}

type Row = { held: Held; mails: QueuedMail[] | null; people: string[] | null };

/** Of whom it is to be asked whether they may see what they are told of: by mail, and in the inbox. */
type ToAsk = { mails: QueuedMail[]; people: string[] };

/**
 * SYNC-0 · The last statement of a command: its cause with all that rules did on its account, the ledger of that (SYNC-6), what queues
 * the mails about it, and word to open pages. Answers the mails of which it is still to be asked whether their recipients may see the record, and
 * those of the `people` of the query whose inboxes it concerns.
 * ACC-4: it also tells what the actor holds by now, who may have lost it while the command waited for a lock.
 */
export async function conclude(
  context: CommandContext,
  mails: Prisma.Sql | null = null,
  people: Prisma.Sql | null = null,
): Promise<ToAsk> {
  const { tx, actor, at, command, cause, onBehalfOf = null, isPlain = false } = context;
  const messages = messagesOf(context);
  if (!cause && messages.length === 0) return { mails: [], people: [] };
  const steps = [Prisma.sql`sent as (select count(*) from (${notifications(messages)}) messages)`];
  if (cause)
    steps.push(Prisma.sql`cause as (
      insert into causes (id, at, actor_id, on_behalf_of, task_id, command, rules, written, is_plain)
      values (${cause.id}::uuid, ${at}, ${actor.id}::uuid, ${onBehalfOf}, ${cause.taskId}::uuid, ${command},
              ${[...cause.rules]}::text[], ${cause.written}::int, ${isPlain}::boolean)
    )`);
  steps.push(...ledgerSteps(context));
  if (mails)
    steps.push(
      Prisma.sql`mails as (${mails})`,
      Prisma.sql`woken as (select count(${wakeJob('send-mails')}) from (select from mails where queued limit 1) due)`,
    );
  const queued = Prisma.sql`(select json_agg(json_build_object('id', id, 'recipientId', "recipientId")) from mails where "toAsk")`;
  const [row] = await tx.$queryRaw<Row[]>`/* prepared */ with ${Prisma.join(steps)}
    select ${currentGrants(actor)} as held, ${mails ? queued : Prisma.sql`null`} as mails,
      ${people ? Prisma.sql`array(${people})` : Prisma.sql`null`} as people
    from sent ${mails ? Prisma.sql`cross join woken` : Prisma.empty}`;
  enforceGrantsUnchanged(actor, row?.held ?? null);
  return { mails: row?.mails ?? [], people: row?.people ?? [] };
}
