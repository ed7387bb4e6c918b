import { Prisma } from '#lib/platform/db.ts';
import { links, type SingleLinkName, singleLinkNames } from '#lib/record/link.ts';
import { columnOf, hasRecord } from '#lib/record/link-sql.ts';
import type { NotifySource } from '../source.ts';

/** NOT-7 · `sourceId` is the record itself, one of its major cases, or, for a major case, a record that it is about. */
export function hasSameTopic({ id, kind }: { id: string; kind: NotifySource }, sourceId: Prisma.Sql): Prisma.Sql {
  const linkNames = singleLinkNames.filter((link: SingleLinkName) => links[link].kind === kind);
  const others =
    kind === 'case'
      ? Prisma.sql`select r.id from cases c cross join lateral (
          values ${Prisma.join(singleLinkNames.map((link) => Prisma.sql`(c.${columnOf(link)})`))}) r(id) where c.id = ${id}::uuid`
      : Prisma.sql`select c.id from cases c where c.major_case_state = 'accepted' and ${hasRecord(linkNames, Prisma.sql`${id}::uuid`)}`;
  return Prisma.sql`(${sourceId} = ${id}::uuid or ${sourceId} in (${others}))`;
}

/** NOT-1, NOT-9 · The cases `c` of a record, or the children of a major case; never a major case, which has no customer. */
export function casesOfSource({ id, kind }: { id: string; kind: NotifySource }): Prisma.Sql {
  const sourceId = Prisma.sql`${id}::uuid`;
  const linkNames = singleLinkNames.filter((link: SingleLinkName) => links[link].kind === kind);
  const theirs = kind === 'case' ? Prisma.sql`c.parent_id = ${sourceId}` : hasRecord(linkNames, sourceId);
  return Prisma.sql`(${theirs} and c.major_case_state is distinct from 'accepted')`;
}
