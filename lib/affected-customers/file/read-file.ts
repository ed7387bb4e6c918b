import { setImmediate } from 'node:timers/promises';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { CustomerSort } from '../customer-sort.ts';
import { type FileRow, rowResult } from '../rules/file-row.ts';
import type { NamedInFile } from './parse-file.ts';

/** A customer who matches the text of a file row. */
type Named = { said: string; id: string; name: string; active: boolean; listed: boolean };

const NO_BREAK_SPACES = '\u00A0\u202F\u2007\u3000';

const sources: Readonly<Record<CustomerSort, { from: Prisma.Sql; listed: Prisma.Sql }>> = {
  accounts: {
    from: Prisma.sql`select id, name, number as key, true as active from accounts`,
    listed: Prisma.sql`account_id`,
  },
  consumers: {
    from: Prisma.sql`select u.id, u.name, coalesce(u.email, '') as key, u.active from users u join consumers c using (id)`,
    listed: Prisma.sql`consumer_id`,
  },
};

/** A name as users see it: in Unicode normal form, with plain spaces, in lower case. */
const asSeen = (column: Prisma.Sql) =>
  Prisma.sql`lower(translate(normalize(${column}, NFC), ${NO_BREAK_SPACES}, '    '))`;

/** MAJ-5 · The customers that match each text (given in lower case): by number or email address first, otherwise by name. */
async function customersNamed(
  tx: Db,
  { of, listId }: { of: CustomerSort; listId: string | null },
  said: readonly string[],
): Promise<ReadonlyMap<string, Named[]>> {
  const { from, listed } = sources[of];
  const rows = await tx.$queryRaw<Named[]>`
    with customers as materialized (${from}),
    asked as (select said from unnest(${[...said]}::text[]) asked (said) where said <> ''),
    found as (
      select a.said, c.*, 1 as rank from asked a join customers c on lower(c.key) = a.said
      union all select a.said, c.*, 2 from asked a join customers c on ${asSeen(Prisma.sql`c.name`)} = a.said),
    ranked as (select found.*, min(rank) over (partition by said) as best from found)
    select f.said, f.id, f.name, f.active,
      exists (select from recipients r where r.list_id = ${listId}::uuid and r.${listed} = f.id) as listed
    from ranked f where f.rank = f.best`;
  return Map.groupBy(rows, (row) => row.said);
}

const ROWS_AT_ONCE = 5_000;

/** MAJ-5, ADM-10 · What each row of a file would change: one customer for each, found by number, name or email address. */
export async function readFile(
  tx: Db,
  { of, listId }: { of: CustomerSort; listId: string | null },
  asked: readonly NamedInFile[],
): Promise<FileRow[]> {
  const named = await customersNamed(tx, { of, listId }, [...new Set(asked.map(({ said }) => said.toLowerCase()))]);
  const lines = new Map<string, number>();
  const results: FileRow[] = [];
  for (const row of asked) {
    if (results.length % ROWS_AT_ONCE === 0) await setImmediate();
    const found: readonly Named[] = named.get(row.said.toLowerCase()) ?? [];
    const result = rowResult(row, found, of, (id) => lines.get(id) ?? null);
    if (result.customerId) lines.set(result.customerId, row.line);
    results.push(result);
  }
  return results;
}
