import type { Role } from '#lib/access/roles.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { holderOf, type World, world } from './world.ts';

/** The owner of a record, relative to the user who requests it. */
export const relations = [
  'own',
  'account',
  'child',
  'parent',
  'served',
  'opened for served',
  'stranger',
  'consumer',
] as const;
export type Relation = (typeof relations)[number];

type Place = 'boxeo' | 'alliant' | 'nobody';

/** Cases that each external role sees. Written from the role table (ACC-6) and POR-13, not from the product. */
export const reach: readonly [Role, Place, readonly Relation[]][] = [
  ['sn_customerservice.customer', 'boxeo', ['own']],
  ['sn_customerservice.customer_case_manager', 'boxeo', ['own', 'account', 'child']],
  ['sn_customerservice.customer_admin', 'boxeo', ['own', 'account']],
  ['sn_customerservice.partner', 'alliant', ['own', 'opened for served']],
  ['sn_customerservice.partner_admin', 'alliant', ['own', 'account', 'served', 'opened for served']],
  ['sn_customerservice.consumer', 'nobody', ['own']],
];

/** Accounts without a partner have no served accounts. */
export const relationsAt = (place: Place) =>
  relations.filter((relation) => place === 'alliant' || !relation.includes('served'));

/** Six accounts: one with a parent and a child, its partner, a stranger, and an unrelated one. */
export type SixAccounts = World & { holding: string; elsewhere: string; hugo: Person; alma: Person };

export async function sixAccounts(): Promise<SixAccounts> {
  const w = await world();
  const named = async (name: string) => (await db().account.create({ data: { name } })).id;
  const [holding, elsewhere] = [await named('Holding'), await named('Elsewhere')];
  await db().account.update({ where: { id: w.boxeo }, data: { parentId: holding } });
  const contact = (name: string, account: string) => holderOf(name, ['sn_customerservice.customer'], account);
  const [hugo, alma] = [await contact('Hugo Holding', holding), await contact('Alma Alliant', w.alliant)];
  return { ...w, holding, elsewhere, hugo, alma };
}

/** A user in this relation to the actor; `own` is the actor. */
export function personIn(w: SixAccounts, actor: Person, relation: Relation): Person {
  const isAtPartner = 'accountId' in actor && actor.accountId === w.alliant;
  const people: Readonly<Record<Relation, Person>> = {
    own: actor,
    account: isAtPartner ? w.alma : w.carl,
    child: w.lea,
    parent: w.hugo,
    served: w.cora,
    'opened for served': w.cora,
    stranger: w.fiona,
    consumer: w.jane,
  };
  return people[relation];
}
