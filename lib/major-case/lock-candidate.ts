import { readableOf } from '#lib/access/readable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import { ConcurrentChange } from '#lib/platform/transaction.ts';
import { links, singleLinkNames } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';

/** The ids of a candidate's related records, without duplicates, sorted. */
export const recordsOf = (candidate: Case): string[] =>
  [...new Set(singleLinkNames.flatMap((link) => candidate[links[link].field] ?? []))].sort();

/**
 * SYNC-000 · Locks a candidate, after its related records by id: the major case gets the same links, and each record gets a
 * note. So an update of such a record reaches either the candidate or the major case, never both.
 */
export async function lockCandidate(context: CommandContext, number: string): Promise<Case> {
  const { tx, actor } = context;
  const ids = Prisma.join(singleLinkNames.map((link) => Prisma.sql`(c.${columnOf(link)})`));
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select r.id from tasks r where r.id in (
      select x.id from tasks t join cases c using (id) cross join lateral (values ${ids}) x(id)
      where t.number = ${number} and (${readableOf('case', actor)}))
    order by r.id for no key update of r`;
  const candidate = await lockRecord(context, 'case', number);
  if (String(recordsOf(candidate)) !== String(locked.map(({ id }) => id))) throw new ConcurrentChange();
  return candidate;
}
