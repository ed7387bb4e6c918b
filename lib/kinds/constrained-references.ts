import { can, mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { ReferenceConstraint } from '#lib/record/reference-constraint.ts';
import { accountsBelow } from './accounts-below.ts';

/** The role of the picked reference (`as`), and the record that it is picked for (`of`). */
export type Constraint = { as: ReferenceConstraint; of: string };

/** ADM-7 · A configuration item and all items that depend on it. It cannot depend on any of these. */
const dependingOn = (id: string) => Prisma.sql`
  with recursive above as (
    select ${id}::uuid as id union select c.parent_id from ci_relationships c join above on c.child_id = above.id
  )
  select id from above`;

/** INC-7 · An incident and all incidents below it. None of these can be its parent. */
const incidentsBelow = (id: string) => Prisma.sql`
  with recursive below as (
    select ${id}::uuid as id union select i.id from incidents i join below on i.parent_id = below.id
  )
  select id from below`;

const isAnother = (id: string) => Prisma.sql`r.id <> ${id}::uuid`;

/** Conditions for valid things `r`: PRB-1 duplicate, INC-7 parent, ADM-6 for accounts, ADM-7 for configuration items. */
const taken: Readonly<Record<ReferenceConstraint, (id: string) => Prisma.Sql>> = {
  duplicate: isAnother,
  'parent-incident': (id) => Prisma.sql`r.id not in (${incidentsBelow(id)})`,
  parent: (id) => Prisma.sql`r.id not in (${accountsBelow(id)})`,
  'primary-contact': (id) => Prisma.sql`r.fill = ${id}::uuid`,
  served: isAnother,
  dependency: (id) => Prisma.sql`r.id not in (${dependingOn(id)})`,
};

export function constraintSql(place: Constraint | undefined): Prisma.Sql {
  return place ? taken[place.as](place.of) : Prisma.sql`true`;
}

/** ACC-6 · The missing results reveal relations. So only administrators search with a role, except for records. */
export function mayUseConstraint(actor: Actor, { as }: Constraint): boolean {
  if (as === 'parent-incident') return can(actor, 'see', 'incident');
  return as === 'duplicate' || mayAdminister(actor).ok;
}
