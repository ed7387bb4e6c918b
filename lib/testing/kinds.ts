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

/** The first part of such a kind that a record has. */
async function aPart(kind: TaskKind, whole: Promise<TaskRecord>): Promise<TaskRecord> {
  const { id } = await whole;
  const [part] = await db().$queryRaw<{ id: string }[]>`
    select p.id from tasks p where p.kind = ${kind}::task_kind and ${parentOf(Prisma.sql`p.id`, [kind])} = ${id}::uuid
    order by p.number limit 1`;
  if (!part) throw new Error(`It has no ${kind}.`);
  return loadRecord<TaskKind>(db(), kind, part.id);
}

/** Who reaches records of a kind by roles alone. Written from the specification, not from the product. */
type Reach = {
  read: Role;
  write: Role;
  /** Who else sees them, and no more. */
  also?: readonly Role[];
  /** Who edits, assigns, comments on and exports them. */
  work: readonly Role[];
  /** Who exports them, where that are others. */
  exports?: readonly Role[];
  /** Whom they are assigned to. */
  assignee: (w: World) => Promise<string>;
  /** Which of the two associates them with a case. */
  link: 'read' | 'write';
};

const itsm = (area: 'incident' | 'problem' | 'change' | 'request', link: Reach['link']): Reach => ({
  read: `sn_${area}_read`,
  write: `sn_${area}_write`,
  work: ['admin', 'itil', 'sn_ind_tsm_core.noc_agent'],
  assignee: async ({ ian }) => ian.id,
  link,
});

/** One for each database. */
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
  /** Of a case it depends on its customer: `lib/access/matrix.db.test.ts`. */
  reach: Reach | null;
};

/** The one place in which tests that every kind has to pass find a kind. */
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

/** Something new of any kind, for tests that every kind has to pass; it belongs to no case. */
export const aRecordOf = (kind: TaskKind, w: World): Promise<TaskRecord> => samples[kind].make(w);

/** ACC-2 · The kinds that are reached by roles alone, and by which. */
export const reaches = taskKindNames.flatMap((kind) => {
  const { reach } = samples[kind];
  return reach ? [{ kind, ...reach }] : [];
});
