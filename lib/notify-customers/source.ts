import { Prisma } from '#lib/platform/db.ts';
import { links, type SingleLinkName, singleLinkNames } from '#lib/related/link.ts';
import { hasRecord } from '#lib/related/link-sql.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** NOT-1 · What the customers of its cases can be written to about: a record that cases have, or a major case. */
export const notifySources = ['incident', 'problem', 'change', 'case'] as const satisfies readonly TaskKind[];
export type NotifySource = (typeof notifySources)[number];

export const isNotifySource = (kind: TaskKind): kind is NotifySource => notifySources.some((each) => each === kind);

/** NOT-1, NOT-9 · The cases `c` of a record, or the children of a major case; a major case itself is nobody's. */
export function casesOfSource({ id, kind }: { id: string; kind: NotifySource }): Prisma.Sql {
  const sourceId = Prisma.sql`${id}::uuid`;
  const own = singleLinkNames.filter((link: SingleLinkName) => links[link].kind === kind);
  const theirs = kind === 'case' ? Prisma.sql`c.parent_id = ${sourceId}` : hasRecord(own, sourceId);
  return Prisma.sql`(${theirs} and c.major_case_state is distinct from 'accepted')`;
}
