import { mayBeNamed } from '#lib/kinds/named-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { incidentLinkNames, isSingle, linkNames } from '#lib/record/link.ts';
import { columnOf, isLinked, recordOfCase } from '#lib/record/link-sql.ts';

/** ACC-6 · The number of an entry `e`'s `source`. A case journal hides it if it is another case that the reader may not see. */
export const sourceNumber = Prisma.sql`case when readable.yes or source.kind <> 'case'
  or not exists (select from cases where id = e.task_id) then source.number end`;

/** ACC-6 · Whether the actor may read an entry `e` of a record of the kind: a work note by a rule names the record that it is about. */
export const mayReadEntry = (
  kind: TaskKind,
  actor: Actor,
) => Prisma.sql`(e.type <> 'work_note' or e.source_task_id is null
  or ${mayBeNamed(kind, actor, Prisma.sql`e.source_task_id`)})`;

/** The case `c` has the other record, directly or through its major case, or the other record is its major case. */
const other = Prisma.sql`pair.other_id`;
const linked = linkNames.map((link) =>
  isSingle(link) ? Prisma.sql`${recordOfCase(link)} = ${other}` : isLinked(link, other),
);

const ofIncident = incidentLinkNames.map((link) => Prisma.sql`i.${columnOf(link)} = ${other}`);

/**
 * REL-15 · Whether an entry's record and its source (for an item, its request) are still associated: one is a case that has the
 * other or is its child, or an incident that has the other, such as its problem (PRB-2), or is its child (INC-7).
 */
export const associated = Prisma.sql`
  exists (select from (values (e.task_id, whole.id), (whole.id, e.task_id)) pair(case_id, other_id)
    join cases c on c.id = pair.case_id where c.parent_id = ${other} or ${Prisma.join(linked, ' or ')})
  or exists (select from (values (e.task_id, whole.id), (whole.id, e.task_id)) pair(incident_id, other_id)
    join incidents i on i.id = pair.incident_id where i.parent_id = ${other} or ${Prisma.join(ofIncident, ' or ')})`;
