import { type Db, db } from '#lib/platform/db.ts';
import { CHANNEL, type Changed, type Message, type PresenceBeat, type Reached } from './message.ts';

/** So many ids stay well under the 8,000 bytes of a notification. */
const IDS_PER_MESSAGE = 50;

/** Tells every open browser which records a command changed: sent by PostgreSQL when the transaction commits. */
export async function publish(
  tx: Db,
  { changed, reached = [] }: { changed: readonly Changed[]; reached?: readonly Reached[] },
): Promise<void> {
  const messages: Message[] = [];
  for (const part of parts(changed.map(({ kind, id }) => ({ kind, id }))))
    messages.push({ type: 'change', changed: part, reached: [] });
  for (const part of parts(reached)) messages.push({ type: 'change', changed: [], reached: part });
  await notify(tx, messages);
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
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}
