import { type Db, db } from '#lib/platform/db.ts';
import { CHANNEL, type Changed, type Message, type PresenceBeat } from './message.ts';

/** So many ids stay well under the 8,000 bytes of a notification. */
const IDS_PER_MESSAGE = 50;

/** Tells every open browser which records a command changed: sent by PostgreSQL when the transaction commits. */
export async function publish(
  tx: Db,
  { changed, beside = [] }: { changed: readonly Changed[]; beside?: readonly string[] },
): Promise<void> {
  await notify(tx, [
    ...parts(changed).map((part): Message => ({ type: 'change', changed: part, beside: [] })),
    ...parts(beside).map((part): Message => ({ type: 'change', changed: [], beside: part })),
  ]);
}

function parts<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / IDS_PER_MESSAGE);
  return Array.from({ length: count }, (_, part) => all.slice(part * IDS_PER_MESSAGE, (part + 1) * IDS_PER_MESSAGE));
}

/** ACC-3 · tells every server to look at the open streams of this user again. */
export async function publishSessionsEnded(tx: Db, userId: string): Promise<void> {
  await notify(tx, [{ type: 'sessions-ended', userId }]);
}

/** Tells every server who is on a record. */
export async function publishPresence(beat: PresenceBeat): Promise<void> {
  await notify(db(), [{ type: 'presence', ...beat }]);
}

async function notify(tx: Db, messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const payloads = messages.map((message) => JSON.stringify(message));
  await tx.$executeRaw`/* prepared */ SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}
