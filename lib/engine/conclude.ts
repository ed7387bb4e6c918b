import { changeMessages, notifications } from '#lib/announce/publish.ts';
import { namedRecords } from '#lib/kinds/named-records.ts';
import type { QueuedMail } from '#lib/mail-out/hold-unreadable.ts';
import { Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import { type CurrentGrants, currentGrants, enforceGrantsUnchanged } from '#lib/session/current-grants.ts';
import { ledgerSteps } from '#lib/sync/ledger-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** Messages about changed records, and about records shown beside them: those that they refer to, or referred to before. */
function messagesOf({ changedRecords, events }: CommandContext): string[] {
  const changed = [...changedRecords].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(changedRecords);
  return changeMessages(changed, [...beside]);
}

type Row = { held: CurrentGrants; mails: QueuedMail[] | null; people: string[] | null };

/** Recipients of emails and inbox lines whose access must be re-checked. */
type ToAsk = { mails: QueuedMail[]; people: string[] };

/**
 * SYNC-0 · The last statement of a command: writes its cause with the rules that ran, the ledger (SYNC-6) and the emails, and
 * notifies open pages. Returns the emails whose recipients' access must be checked, and the `people` with affected inboxes.
 * ACC-4: it also checks the actor's current permissions, which may have been revoked while the command waited for a lock.
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
