import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isOrderOfCustomer } from './customer-work-orders.ts';
import { namedInReadableCase, readableTasks } from './readable.ts';

/** An actor's condition on the tasks `t`, and the actor's index in the list. */
type Reader = { index: number; condition: Prisma.Sql };

/**
 * ACC-6 · The tasks that each actor knows of. True: the actor may see the task. False: a case shows only its number. One query
 * for all actors; results come in their order.
 */
export async function knownByEach(
  tx: Db,
  actors: readonly Actor[],
  taskIds: readonly string[],
): Promise<Map<string, boolean>[]> {
  const known = actors.map(() => new Map<string, boolean>());
  if (taskIds.length === 0 || actors.length === 0) return known;
  const ids = [...taskIds];
  const readers = actors.map((actor, index) => ({ index, condition: knownTo(actor, ids) }));
  // Actors with the same roles have the same SQL with other ids, so one query with a row per actor serves them all.
  const alike = Map.groupBy(readers, ({ condition }) => condition.sql);
  const queries = [...alike.values()].map(asOneQuery);
  const rows = await tx.$queryRaw<{ reader: number; id: string; seen: boolean }[]>`
    ${Prisma.join(queries, ' union all ')}`;
  for (const { reader, id, seen } of rows) known[reader]?.set(id, seen);
  return known;
}

function knownTo(actor: Actor, ids: readonly string[]): Prisma.Sql {
  const readable = Prisma.sql`(${readableTasks(actor)} or ${isOrderOfCustomer(actor)})`;
  return Prisma.sql`t.id, ${readable} as seen from reader, tasks t
    where t.id = any(${ids}::uuid[]) and (${readable} or ${namedInReadableCase(actor)})`;
}

/** One query for actors with identical SQL: each actor's own values become columns of a row. */
function asOneQuery(readers: readonly Reader[]): Prisma.Sql {
  const [first = { condition: Prisma.empty }] = readers;
  const columns = [Prisma.sql`${readers.map(({ index }) => index)}::int[]`];
  const names = ['index'];
  const values = first.condition.values.map((value, at) => {
    const valuesOfReaders = readers.map(({ condition }) => condition.values[at]);
    if (valuesOfReaders.every((each) => each === value)) return value;
    columns.push(Prisma.sql`${valuesOfReaders.map(String)}::text[]`);
    names.push(`own_${at}`);
    return Prisma.raw(`reader.own_${at}`);
  });
  return Prisma.sql`(with reader as (select * from unnest(${Prisma.join(columns)}) as each(${Prisma.raw(names.join(', '))}))
    select reader.index as reader, ${new Prisma.Sql(first.condition.strings, values)})`;
}
