import { type Db, db, Prisma } from '#lib/platform/db.ts';
import { CHANNEL, type Changed, type Message, type PresenceBeat } from './message.ts';
import type { SessionEnd } from './session-end.ts';

/** So many ids stay well under the 8,000 bytes of a notification. */
const IDS_PER_MESSAGE = 50;

/** What tells every open browser which records a command changed, as payloads of notifications. */
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

/** What tells the open browsers of a person that the own inbox is not as it was, as the payload of a notification. */
export function inboxMessage(userIds: string[]): string {
  return JSON.stringify({ type: 'inbox', userIds } satisfies Message);
}

/** The same for all `user_id` of a table of the query around it, as a query that sends it when the transaction commits. */
export const inboxNotifications = (table: Prisma.Sql) => Prisma.sql`
  select pg_notify(${CHANNEL}, json_build_object('type', 'inbox', 'userIds', json_agg(user_id))::text)
  from (select user_id, (row_number() over () - 1) / ${IDS_PER_MESSAGE}::int as part from ${table}) each group by part`;

/** ACC-3 · tells every server to look at the open streams of this user again. */
export async function publishSessionsEnded(tx: Db, userId: string, because: SessionEnd): Promise<void> {
  await notify(tx, [{ type: 'sessions-ended', userId, because }]);
}

/** Tells every open page that what administrators set is another now. */
export async function publishSettingsChanged(tx: Db): Promise<void> {
  await notify(tx, [{ type: 'settings-changed' }]);
}

/** ACC-12 · tells whichever servers have these streams to close them. */
export async function publishStreamsReplaced(tx: Db, ids: readonly string[]): Promise<void> {
  await notify(
    tx,
    parts(ids).map((part) => ({ type: 'streams-replaced', ids: part })),
  );
}

/** Tells every server who is on a record. */
export async function publishPresence(beat: PresenceBeat): Promise<void> {
  await notify(db(), [{ type: 'presence', ...beat }]);
}

async function notify(tx: Db, messages: readonly Message[]): Promise<void> {
  await tx.$executeRaw`/* prepared */ ${notifications(payloadsOf(messages))}`;
}

/** A query that sends them when the transaction commits. */
export const notifications = (payloads: readonly string[]) =>
  Prisma.sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) payload`;
