import { type Role, roles as roleTable } from '#lib/access/roles.ts';
import { storeRoles } from '#lib/access/store-roles.ts';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import type { Values } from '#lib/write/check-values.ts';

type Person = { name: string; roles: readonly Role[]; of?: 'boxeo' | 'labs' | 'funco' | 'alliant' | 'nobody' };

/** The demo users, by first name, and three more for tests only. */
const people = {
  adam: { name: 'Adam Admin', roles: ['admin'] },
  ava: {
    name: 'Ava Agent',
    roles: ['sn_customerservice_agent', 'sn_customerservice.consumer_agent', 'sn_incident_write'],
  },
  pat: { name: 'Pat Plain', roles: ['sn_customerservice_agent'] },
  rita: { name: 'Rita Reader', roles: ['sn_customerservice_agent', 'sn_incident_read'] },
  mia: { name: 'Mia Manager', roles: ['sn_customerservice_manager', 'itil'] },
  ian: { name: 'Ian Itil', roles: ['itil'] },
  noa: { name: 'Noa Noc', roles: ['sn_ind_tsm_core.noc_agent'] },
  /** An internal user without roles. */
  nils: { name: 'Nils Nobody', roles: [] },
  /** Works only consumer cases. */
  cleo: { name: 'Cleo Consumer-Agent', roles: ['sn_customerservice.consumer_agent'] },
  vic: { name: 'Vic Viewer', roles: ['sn_customerservice.case_viewer'] },
  cora: { name: 'Cora Customer', roles: ['sn_customerservice.customer'], of: 'boxeo' },
  carl: { name: 'Carl Colleague', roles: ['sn_customerservice.customer'], of: 'boxeo' },
  bea: { name: 'Bea Boxeo', roles: ['sn_customerservice.customer_case_manager'], of: 'boxeo' },
  ben: { name: 'Ben Boxeo', roles: ['sn_customerservice.customer_admin'], of: 'boxeo' },
  lea: { name: 'Lea Labs', roles: ['sn_customerservice.customer'], of: 'labs' },
  paul: { name: 'Paul Partner', roles: ['sn_customerservice.partner'], of: 'alliant' },
  petra: { name: 'Petra Partner', roles: ['sn_customerservice.partner_admin'], of: 'alliant' },
  fiona: { name: 'Fiona Funco', roles: ['sn_customerservice.customer'], of: 'funco' },
  jane: { name: 'Jane Doe', roles: ['sn_customerservice.consumer'], of: 'nobody' },
} as const satisfies Record<string, Person>;

type Name = keyof typeof people;

export type World = Readonly<Record<Name, Actor & { id: string }>> & {
  boxeo: string;
  labs: string;
  funco: string;
  alliant: string;
  /** A configuration item, a product and one of its assets, and a group with Ava in it. */
  sdwan: string;
  product: string;
  asset: string;
  desk: string;
};

async function somebody(person: Person, accounts: Record<string, string>): Promise<Actor & { id: string }> {
  const email = `${person.name.toLowerCase().replaceAll(' ', '.')}@example.test`;
  const kind = person.of === undefined ? 'internal' : person.of === 'nobody' ? 'consumer' : 'contact';
  const audience = kind === 'internal' ? 'internal' : 'external';
  const { id } = await db().user.create({ data: { name: person.name, email, kind, audience } });
  const accountId = accounts[person.of ?? ''];
  if (accountId) await db().contact.create({ data: { id, accountId } });
  if (kind === 'consumer') await db().consumer.create({ data: { id } });
  await db().userRole.createMany({ data: person.roles.map((role) => ({ userId: id, role, audience })) });
  return actorOf(id);
}

async function actorOf(id: string): Promise<Actor & { id: string }> {
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error(`${id} is nobody.`);
  return actor;
}

/** A user, internal or external, with exactly these roles. */
export function holderOf(name: string, roles: readonly Role[], accountId?: string): Promise<Actor & { id: string }> {
  const external = roles.some((role) => roleTable[role].audience === 'external');
  const of = external ? (accountId ? 'boxeo' : 'nobody') : undefined;
  return somebody({ name, roles, ...(of ? { of } : {}) }, { boxeo: accountId ?? '' });
}

/** Users, accounts and things for tests. Create once per file, as each file has its own database. */
export async function world(): Promise<World> {
  await storeRoles(db());
  await ensureConfiguration(db());
  const account = async (name: string, parentId?: string) =>
    (await db().account.create({ data: { name, ...(parentId ? { parentId } : {}) } })).id;
  const boxeo = await account('Boxeo');
  const accounts = {
    boxeo,
    labs: await account('Boxeo Labs', boxeo),
    funco: await account('Funco'),
    alliant: await account('Alliant'),
  };
  await db().partnerRelationship.create({ data: { partnerId: accounts.alliant, servedId: boxeo } });

  const actors = {} as Record<Name, Actor & { id: string }>;
  for (const [name, person] of Object.entries(people)) actors[name as Name] = await somebody(person, accounts);

  const desk = (await db().group.create({ data: { name: 'Service desk' } })).id;
  for (const name of ['ava', 'ian'] as const) {
    await db().groupMember.create({ data: { groupId: desk, userId: actors[name].id } });
    actors[name] = await actorOf(actors[name].id);
  }
  const sdwan = (await db().configurationItem.create({ data: { name: 'sdwan-ctl-1', class: 'Network gear' } })).id;
  const product = (await db().product.create({ data: { name: 'SD-WAN Edge' } })).id;
  const asset = (await db().asset.create({ data: { tag: 'EDGE-1', productId: product, accountId: boxeo } })).id;
  return { ...actors, ...accounts, sdwan, product, asset, desk };
}

/** A case of Cora, opened by Ava; `values` override the defaults. */
export async function aCase({ ava, cora }: World, values: Values = {}, by: Actor = ava): Promise<Case> {
  const contactId = values.consumerId ? null : cora.id;
  const given: Values = { shortDescription: 'The line is down', contactId, ...values };
  return createTask(by, { kind: 'case', values: given });
}

/** An incident opened by Ian; `values` override the defaults. `problemId` is set without sending updates. */
export async function anIncident({ ian }: World, values: Values = {}, by: Actor = ian): Promise<Incident> {
  const { problemId, ...others } = values;
  const incident = await createTask(by, {
    kind: 'incident',
    values: { shortDescription: 'The controller is down', ...others },
  });
  if (!problemId) return incident;
  await db().incident.update({ where: { id: incident.id }, data: { problemId: String(problemId) } });
  return fresh(incident);
}

/** A case of Cora with the incident that Ava created from it. */
export async function aCaseWithIncident(w: World, values: Values = {}): Promise<{ theCase: Case; incident: Incident }> {
  const theCase = await aCase(w, values);
  const incident = await createFromCase(w.ava, { caseNumber: theCase.number, variant: 'incident', values: {} });
  return { theCase: await fresh(theCase), incident: (await fresh(incident)) as Incident };
}

/** Another case of Cora with the incident. */
export async function anotherCaseOf(w: World, incident: { number: string }, values: Values = {}): Promise<Case> {
  const theCase = await aCase(w, values);
  await associate(w.ava, { caseNumber: theCase.number, link: 'incident', number: incident.number });
  return fresh(theCase);
}

/** MAJ-4 · Makes a case a major case with these children. */
export async function makeMajor({ id }: { id: string }, ...children: readonly { id: string }[]): Promise<void> {
  await db().task.update({ where: { id }, data: { accountId: null, contactId: null, consumerId: null } });
  await db().case.update({ where: { id }, data: { majorCaseState: 'accepted' } });
  const ids = children.map((child) => child.id);
  await db().case.updateMany({ where: { id: { in: ids } }, data: { parentId: id } });
}

/** The record's current version. */
export async function fresh<R extends TaskRecord>({ kind, id }: R): Promise<R> {
  return (await loadRecord(db(), kind, id)) as R;
}

type Update = Partial<Omit<Parameters<typeof updateTask>[1], 'kind' | 'number'>>;

/** Saves changes to the record's current version, as `by`. */
export async function change(by: Actor, { id, kind, number }: TaskRecord, values: Values, words: Update = {}) {
  const { version } = await db().task.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return updateTask(by, { kind, number, version, values, ...words });
}

/** A record's journal, oldest first. */
export async function journalOf({ id }: { id: string }) {
  return db().journalEntry.findMany({ where: { taskId: id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
}

/** A record's work notes as text, oldest first. */
export async function notesOf(record: { id: string }): Promise<string[]> {
  return (await journalOf(record)).filter(({ type }) => type === 'work_note').map(({ text }) => text);
}

/** A record's additional comments as text, oldest first. */
export async function commentsOf(record: { id: string }): Promise<string[]> {
  return (await journalOf(record)).filter(({ type }) => type === 'comment').map(({ text }) => text);
}

/** Sets a property, as an administrator would. */
export async function setProperty(name: string, value: string): Promise<void> {
  await db().property.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** Switches a business rule on or off. */
export async function setRuleActive(id: string, active: boolean): Promise<void> {
  await db().businessRule.upsert({ where: { id }, create: { id, active }, update: { active } });
}

/** Switches an integration on or off. */
export async function setIntegrationActive(id: string, active: boolean): Promise<void> {
  await db().integration.upsert({ where: { id }, create: { id, active }, update: { active } });
}
