import { type Db, db, Prisma } from '#lib/platform/db.ts';
import { CHANNEL, type Changed, type Message, type PresenceBeat } from './message.ts';
import type { SessionEnd } from './session-end.ts';

/** As many ids as safely fit the 8,000 bytes of a notification. */
const IDS_PER_MESSAGE = 50;

/** Notification payloads that inform open browsers about the records that a command changed. */
export function changeMessages(changed: readonly Changed[], beside: readonly string[]): string[] {
  return payloadsOf([
    ...parts(changed).map((part): Message => ({ type: 'change', changed: part, beside: [] })),
    ...parts(beside).map((part): Message => ({ type: 'change', changed: [], beside: part })),
  ]);
}

const payloadsOf = (messages: readonly Message[]) => messages.map((message) => JSON.stringify(message));

function parts<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / IDS_PER_MESSAGE);
  return Array.from({ length: count }, (_, part) => all.slice(part * IDS_PER_MESSAGE, (part + 1) * IDS_PER_MESSAGE));
}

/** The payload of a notification that these users' inboxes changed. */
export function inboxMessage(userIds: string[]): string {
  return JSON.stringify({ type: 'inbox', userIds } satisfies Message);
}

/** The same for every `user_id` of a table in the outer query; sent when the transaction commits. */
export const inboxNotifications = (table: Prisma.Sql) => Prisma.sql`
  select pg_notify(${CHANNEL}, json_build_object('type', 'inbox', 'userIds', json_agg(user_id))::text)
  from (select user_id, (row_number() over () - 1) / ${IDS_PER_MESSAGE}::int as part from ${table}) each group by part`;

/** ACC-3 · Makes every server check the open streams of this user again. */
export async function publishSessionsEnded(tx: Db, userId: string, because: SessionEnd): Promise<void> {
  await notify(tx, [{ type: 'sessions-ended', userId, because }]);
}

/** Informs all open pages that an administrator changed the settings. */
export async function publishSettingsChanged(tx: Db): Promise<void> {
  await notify(tx, [{ type: 'settings-changed' }]);
}

/** ACC-12 · Makes the servers that hold these streams close them. */
export async function publishStreamsReplaced(tx: Db, ids: readonly string[]): Promise<void> {
  await notify(
    tx,
    parts(ids).map((part) => ({ type: 'streams-replaced', ids: part })),
  );
}

/** Informs every server who is on a record. */
export async function publishPresence(beat: PresenceBeat): Promise<void> {
  await notify(db(), [{ type: 'presence', ...beat }]);
}

async function notify(tx: Db, messages: readonly Message[]): Promise<void> {
  await tx.$executeRaw`/* prepared */ ${notifications(payloadsOf(messages))}`;
}

/** A query that sends the payloads when the transaction commits. */
export const notifications = (payloads: readonly string[]) =>
  Prisma.sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) payload`;
