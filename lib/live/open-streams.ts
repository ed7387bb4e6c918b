import { v7 as uuid } from 'uuid';
import { publishStreamsReplaced } from '#lib/announce/publish.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { bus, LOCK_OF_PROCESSES } from './bus.ts';

/** ACC-12 · A browser needs one, its tabs share it; whoever opens more, on whichever servers, loses the oldest. */
const STREAMS_PER_PERSON = 10;

/** Orders those of one person who open streams at once. */
const LOCK_OF_PERSON = 72707372;

type Stream = { id: string; personId: string; close: () => void };

/** The open streams of this process. */
const own = new Map<string, Stream>();
let listening = false;

/**
 * ACC-12 · Counts a stream of a person as open, over all servers; answers how it is forgotten. `close` is called when it has
 * to make room, or when it cannot be counted: the browser comes back.
 */
export function countStream(personId: string, close: () => void): () => void {
  listen();
  const id = uuid();
  const stream = { id, personId, close };
  own.set(id, stream);
  const counted = count(stream).catch(close);
  return () => {
    own.delete(id);
    // What the database does not hear now is put right when it is back.
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

/** After the connection was lost nobody knew that this process lives: its streams are told anew, and those of others that ended forgotten. */
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

/** Whether the process of the stream `s` has ended, however it did: nobody holds its lock. */
const hasGone = () => Prisma.sql`s.process <> ${bus().process} and not exists (select from pg_locks l
  where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
    and l.classid::bigint = ${LOCK_OF_PROCESSES} and l.objid::bigint = s.process and l.granted)`;
