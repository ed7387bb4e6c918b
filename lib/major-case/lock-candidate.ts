import { readableOf } from '#lib/access/readable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import { ChangedMeanwhile } from '#lib/platform/transaction.ts';
import { links, singleLinkNames } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';

/** The ids of the related records of a candidate, each once and in order. */
export const recordsOf = (candidate: Case): string[] =>
  [...new Set(singleLinkNames.flatMap((link) => candidate[links[link].field] ?? []))].sort();

/**
 * SYNC-000 · Locks a candidate, and before it its related records by id: its major case gets these links as well, and each of the
 * records a note. An update of such a record thus reaches the candidate alone, or the major case alone.
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
  if (String(recordsOf(candidate)) !== String(locked.map(({ id }) => id))) throw new ChangedMeanwhile();
  return candidate;
}
