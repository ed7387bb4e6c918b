import { v7 as uuid } from 'uuid';
import { publishStreamsReplaced } from '#lib/announce/publish.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { bus, LOCK_OF_PROCESSES } from './bus.ts';

/** ACC-12 · A browser needs one stream, shared by its tabs. Above this limit, over all servers, the oldest is closed. */
const STREAMS_PER_PERSON = 10;

/** Serializes streams that the same person opens at once. */
const LOCK_OF_PERSON = 72707372;

type Stream = { id: string; personId: string; close: () => void };

/** This process's open streams. */
const own = new Map<string, Stream>();
let listening = false;

/**
 * ACC-12 · Counts a person's open stream across all servers; returns the function that uncounts it. `close` is called when a
 * newer stream needs its place, or counting failed; the browser then reconnects.
 */
export function countStream(personId: string, close: () => void): () => void {
  listen();
  const id = uuid();
  const stream = { id, personId, close };
  own.set(id, stream);
  const counted = count(stream).catch(close);
  return () => {
    own.delete(id);
    // If the database is away now, `recount` corrects this when it is back.
    void counted.then(() => db().openStream.deleteMany({ where: { id } })).catch(() => {});
  };
}

function listen(): void {
  if (listening) return;
  listening = true;
  bus()
    .on('message', (message) => {
      if (message.type === 'streams-replaced') for (const id of message.ids) own.get(id)?.close();
    })
    .on('resync', () => void recount().catch(() => {}));
}

function count(stream: Stream): Promise<void> {
  const { personId } = stream;
  return transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK_OF_PERSON}::int, hashtext(${personId}))`;
    await tx.$executeRaw`delete from open_streams s where s.person_id = ${personId}::uuid and ${hasGone()}`;
    await insert(tx, [stream]);
    const tooMany = await tx.$queryRaw<{ id: string }[]>`
      delete from open_streams where id in (
        select id from open_streams where person_id = ${personId}::uuid order by id desc offset ${STREAMS_PER_PERSON})
      returning id`;
    const ids = tooMany.map(({ id }) => id);
    if (ids.length > 0) await publishStreamsReplaced(tx, ids);
  });
}

/** While disconnected, this process seemed dead. Counts its streams again, and deletes those of processes that have ended. */
async function recount(): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`delete from open_streams s where s.process = ${bus().process} or ${hasGone()}`;
    await insert(tx, [...own.values()]);
  });
}

async function insert(tx: Db, streams: readonly Stream[]): Promise<void> {
  const ids = streams.map(({ id }) => id);
  const people = streams.map(({ personId }) => personId);
  await tx.$executeRaw`
    insert into open_streams (id, person_id, process)
    select id, person_id, ${bus().process} from unnest(${ids}::uuid[], ${people}::uuid[]) each(id, person_id)
    on conflict do nothing`;
}

/** Whether the process of the stream `s` has ended for any reason: its lock is no longer held. */
const hasGone = () => Prisma.sql`s.process <> ${bus().process} and not exists (select from pg_locks l
  where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
    and l.classid::bigint = ${LOCK_OF_PROCESSES} and l.objid::bigint = s.process and l.granted)`;
