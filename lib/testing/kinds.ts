import type { Role } from '#lib/access/roles.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, aProblem } from './itsm.ts';
import { aCase, anIncident, holderOf, type World } from './world.ts';

const aRequest = async ({ ian }: World) =>
  createRequest(ian, { items: [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }] });

/** The first part of this kind in a record. */
async function aPart(kind: TaskKind, whole: Promise<TaskRecord>): Promise<TaskRecord> {
  const { id } = await whole;
  const [part] = await db().$queryRaw<{ id: string }[]>`
    select p.id from tasks p where p.kind = ${kind}::task_kind and ${parentOf(Prisma.sql`p.id`, [kind])} = ${id}::uuid
    order by p.number limit 1`;
  if (!part) throw new Error(`It has no ${kind}.`);
  return loadRecord<TaskKind>(db(), kind, part.id);
}

/** Access to records of a kind by role alone. Written from the specification, not from the product. */
type Reach = {
  read: Role;
  write: Role;
  /** Roles that can only read. */
  also?: readonly Role[];
  /** Roles that edit, assign, comment and export. */
  work: readonly Role[];
  /** Roles that export, if different. */
  exports?: readonly Role[];
  /** The user to assign them to. */
  assignee: (w: World) => Promise<string>;
  /** The permission needed to link them to a case. */
  link: 'read' | 'write';
};

const itsm = (area: 'incident' | 'problem' | 'change' | 'request', link: Reach['link']): Reach => ({
  read: `sn_${area}_read`,
  write: `sn_${area}_write`,
  work: ['admin', 'itil', 'sn_ind_tsm_core.noc_agent'],
  assignee: async ({ ian }) => ian.id,
  link,
});

/** One technician per database. */
async function aTechnician(): Promise<string> {
  const known = await db().user.findFirst({ where: { name: 'Tom Tech' } });
  return known?.id ?? (await holderOf('Tom Tech', ['wm_agent'])).id;
}

/** ACC-15 */
const fieldService: Reach = {
  read: 'wm_read',
  write: 'wm_initiator',
  also: ['wm_agent', 'sn_ind_tsm_core.noc_agent'],
  work: ['admin', 'wm_dispatcher', 'wm_admin'],
  exports: ['admin', 'wm_admin'],
  assignee: aTechnician,
  link: 'read',
};

const aWorkOrder = async ({ adam }: World) =>
  createTask(adam, { kind: 'work_order', values: { shortDescription: 'Change the router' } });

type Sample = {
  make: (w: World) => Promise<TaskRecord>;
  /** Null for cases, where it depends on the customer: `lib/access/matrix.db.test.ts`. */
  reach: Reach | null;
};

/** Tests for every kind look up kinds only here. */
const samples: Readonly<Record<TaskKind, Sample>> = {
  case: { make: aCase, reach: null },
  incident: { make: anIncident, reach: itsm('incident', 'read') },
  problem: { make: (w) => aProblem(w, { workaround: 'Restart it.' }), reach: itsm('problem', 'read') },
  change: { make: aChange, reach: itsm('change', 'read') },
  request: { make: aRequest, reach: itsm('request', 'write') },
  requested_item: { make: (w) => aPart('requested_item', aRequest(w)), reach: itsm('request', 'write') },
  work_order: { make: aWorkOrder, reach: fieldService },
  work_order_task: { make: (w) => aPart('work_order_task', aWorkOrder(w)), reach: fieldService },
};

/** A new record of any kind, for tests that every kind must pass; not linked to a case. */
export const aRecordOf = (kind: TaskKind, w: World): Promise<TaskRecord> => samples[kind].make(w);

/** ACC-2 · Kinds whose access depends on roles alone, with those roles. */
export const reaches = taskKindNames.flatMap((kind) => {
  const { reach } = samples[kind];
  return reach ? [{ kind, ...reach }] : [];
});
