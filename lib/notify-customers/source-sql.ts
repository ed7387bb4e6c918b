import { Prisma } from '#lib/platform/db.ts';
import { links, type SingleLinkName, singleLinkNames } from '#lib/related/link.ts';
import { hasRecord } from '#lib/related/link-sql.ts';
import type { NotifySource } from './source.ts';

/** NOT-1, NOT-9 · The cases `c` of a record, or the children of a major case; a major case itself is nobody's. */
export function casesOfSource({ id, kind }: { id: string; kind: NotifySource }): Prisma.Sql {
  const sourceId = Prisma.sql`${id}::uuid`;
  const own = singleLinkNames.filter((link: SingleLinkName) => links[link].kind === kind);
  const theirs = kind === 'case' ? Prisma.sql`c.parent_id = ${sourceId}` : hasRecord(own, sourceId);
  return Prisma.sql`(${theirs} and c.major_case_state is distinct from 'accepted')`;
}
