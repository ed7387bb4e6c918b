import pg from 'pg';
import { type Db, db, Prisma } from './db.ts';
import { databaseUrl } from './env.ts';

/** Larger values bypass the usual client: it copies them as text several times and blocks the process while it does. */
const LARGE = 500_000;

/** The size of one read, as the driver reads bytes as text. */
const PIECE = 4_000_000;

let last: Promise<unknown> = Promise.resolve();

/** A separate connection whose driver sends raw bytes; a process uses one at a time. */
function withDriver<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const done = last.then(async () => {
    const client = new pg.Client({ connectionString: databaseUrl(), application_name: 'casebridge large values' });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      void client.end().catch(() => {});
    }
  });
  last = done.catch(() => {});
  return done;
}

const query = async <T extends pg.QueryResultRow>(client: pg.Client, { text, values }: Prisma.Sql): Promise<T[]> =>
  (await client.query<T>({ text, values: [...values] })).rows;

/** Runs a statement with these bytes among its values. It may return only texts. */
export const queryWith =
  (bytes: Uint8Array) =>
  <T extends Record<string, string | null>>(sql: Prisma.Sql) =>
    bytes.byteLength > LARGE ? withDriver((client) => query<T>(client, sql)) : db().$queryRaw<T[]>(sql);

/** Loads the bytes of an SQL expression from the given source; null if there is no such row. */
export async function loadBytes(tx: Db, bytes: Prisma.Sql, from: Prisma.Sql): Promise<Uint8Array | null> {
  const [row] = await tx.$queryRaw<{ size: number; bytes: Uint8Array | null }[]>`
    select octet_length(${bytes}) as size, case when octet_length(${bytes}) <= ${LARGE} then ${bytes} end as bytes
    from ${from}`;
  if (!row || row.size <= LARGE) return row?.bytes ?? null;
  return withDriver(async (client) => {
    const pieces: Buffer[] = [];
    for (let at = 1; at <= row.size; at += PIECE) {
      const piece = Prisma.sql`select substr(${bytes}, ${at}::int, ${PIECE}::int) as bytes from ${from}`;
      pieces.push(...(await query<{ bytes: Buffer }>(client, piece)).map((each) => each.bytes));
    }
    return Buffer.concat(pieces);
  });
}
