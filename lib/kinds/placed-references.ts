import { can, mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Placing } from '#lib/record/placing.ts';
import { accountsBelow } from './accounts-below.ts';

/** For what a thing is chosen: as what, and of which other one. */
export type Place = { as: Placing; of: string };

/** ADM-7 · A configuration item and all that depend on it: it depends on none of these. */
const dependingOn = (id: string) => Prisma.sql`
  with recursive above as (
    select ${id}::uuid as id union select c.parent_id from ci_relationships c join above on c.child_id = above.id
  )
  select id from above`;

/** INC-7 · An incident and all below it: none of these is its parent. */
const incidentsBelow = (id: string) => Prisma.sql`
  with recursive below as (
    select ${id}::uuid as id union select i.id from incidents i join below on i.parent_id = below.id
  )
  select id from below`;

const isAnother = (id: string) => Prisma.sql`r.id <> ${id}::uuid`;

/** Which things `r` the server takes: PRB-1 as a duplicate, INC-7 as a parent, ADM-6 of accounts, ADM-7 of configuration items. */
const taken: Readonly<Record<Placing, (id: string) => Prisma.Sql>> = {
  duplicate: isAnother,
  'parent-incident': (id) => Prisma.sql`r.id not in (${incidentsBelow(id)})`,
  parent: (id) => Prisma.sql`r.id not in (${accountsBelow(id)})`,
  'primary-contact': (id) => Prisma.sql`r.fill = ${id}::uuid`,
  served: isAnother,
  dependency: (id) => Prisma.sql`r.id not in (${dependingOn(id)})`,
};

export function fitsPlace(place: Place | undefined): Prisma.Sql {
  return place ? taken[place.as](place.of) : Prisma.sql`true`;
}

/** ACC-6 · What is left out says what belongs to what: of all but records that is for administrators. */
export function mayPlace(actor: Actor, { as }: Place): boolean {
  if (as === 'parent-incident') return can(actor, 'see', 'incident');
  return as === 'duplicate' || mayAdminister(actor).ok;
}
