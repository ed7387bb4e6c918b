import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isOrderOfCustomer } from './customer-work-orders.ts';
import { namedInReadableCase, readableTasks } from './readable.ts';

/** What one of several asks of the tasks `t`, and which of them that is. */
type Reader = { index: number; asks: Prisma.Sql };

/**
 * ACC-6 · Those that each actor knows of: true may be seen, of false ones a case shows the number. In one query, however
 * many actors there are; answered in their order.
 */
export async function knownByEach(
  tx: Db,
  actors: readonly Actor[],
  taskIds: readonly string[],
): Promise<Map<string, boolean>[]> {
  const known = actors.map(() => new Map<string, boolean>());
  if (taskIds.length === 0 || actors.length === 0) return known;
  const ids = [...taskIds];
  const readers = actors.map((actor, index) => ({ index, asks: knownTo(actor, ids) }));
  // People with the same roles ask the same, but for who they are: they are the rows of one question.
  const alike = Map.groupBy(readers, ({ asks }) => asks.sql);
  const questions = [...alike.values()].map(asOneQuestion);
  const rows = await tx.$queryRaw<{ reader: number; id: string; seen: boolean }[]>`
    ${Prisma.join(questions, ' union all ')}`;
  for (const { reader, id, seen } of rows) known[reader]?.set(id, seen);
  return known;
}

function knownTo(actor: Actor, ids: readonly string[]): Prisma.Sql {
  const readable = Prisma.sql`(${readableTasks(actor)} or ${isOrderOfCustomer(actor)})`;
  return Prisma.sql`t.id, ${readable} as seen from reader, tasks t
    where t.id = any(${ids}::uuid[]) and (${readable} or ${namedInReadableCase(actor)})`;
}

/** One question for readers who ask with the same words: where they name something of their own, it is a column of theirs. */
function asOneQuestion(readers: readonly Reader[]): Prisma.Sql {
  const [first = { asks: Prisma.empty }] = readers;
  const columns = [Prisma.sql`${readers.map(({ index }) => index)}::int[]`];
  const names = ['index'];
  const values = first.asks.values.map((value, at) => {
    const own = readers.map(({ asks }) => asks.values[at]);
    if (own.every((each) => each === value)) return value;
    columns.push(Prisma.sql`${own.map(String)}::text[]`);
    names.push(`own_${at}`);
    return Prisma.raw(`reader.own_${at}`);
  });
  return Prisma.sql`(with reader as (select * from unnest(${Prisma.join(columns)}) as each(${Prisma.raw(names.join(', '))}))
    select reader.index as reader, ${new Prisma.Sql(first.asks.strings, values)})`;
}
