import type { TaskKind } from '#lib/record/kind.ts';
import type { StaffRole } from './roles.ts';

/**
 * What staff may do to a record: `edit` fields and change states, write additional comments and attach files (`comment`), write
 * work notes (`note`), associate and remove linked records (`link`).
 */
export type StaffPermission = 'see' | 'create' | 'edit' | 'comment' | 'note' | 'assign' | 'link' | 'export';

type StaffGrants = Readonly<Record<StaffPermission, readonly StaffRole[]>> & {
  /** What the case that links to such a record allows in addition to the roles: creating it from the case, or seeing it. */
  withCase?: readonly ('create' | 'see')[];
  /** Editors with these roles work all records; others those of their cases or assigned to them. Absent: all editors. */
  everywhere?: readonly StaffRole[];
  /** Roles that such a record can be assigned to; absent: all roles that may edit it. */
  assignees?: readonly StaffRole[];
  /** Staff named in one of these fields, of the record or its parent, see it with any roles and may do this. */
  own?: { fields: readonly string[]; may: readonly OwnPermission[] };
};

/** What staff may do to their own record besides seeing it; `watch`: add themselves to its watch lists. */
type OwnPermission = 'comment' | 'watch';

const agents = ['sn_customerservice_agent', 'sn_customerservice.consumer_agent'] as const;

const requestGrants: StaffGrants = {
  see: ['sn_request_read'],
  create: ['sn_request_write'],
  edit: ['itil'],
  comment: ['itil'],
  note: ['itil'],
  assign: ['itil'],
  link: ['sn_request_write'],
  export: ['itil'],
  own: { fields: ['requestedForId', 'openedById'], may: ['watch'] },
};

const dispatchers = ['wm_dispatcher', 'wm_admin'] as const;
const whoWorkOrders = [...agents, ...dispatchers] as const;

/** ACC-15, WO-8 · Users who work a case see, create and change its work orders; dispatchers do so for all. */
const workOrderGrants: StaffGrants = {
  see: ['wm_read'],
  create: ['wm_initiator', ...dispatchers],
  edit: whoWorkOrders,
  comment: whoWorkOrders,
  note: whoWorkOrders,
  assign: dispatchers,
  link: [],
  export: ['wm_admin'],
  withCase: ['create', 'see'],
  everywhere: dispatchers,
  assignees: ['wm_agent', ...dispatchers],
};

/** ACC-15 · Technicians also work their own tasks. */
const workOrderTaskGrants: StaffGrants = {
  ...workOrderGrants,
  edit: [...whoWorkOrders, 'wm_agent'],
  comment: [...whoWorkOrders, 'wm_agent'],
  note: [...whoWorkOrders, 'wm_agent'],
  assignees: ['wm_agent'],
};

/** What staff may do to records of a kind; `admin` may do everything. What is not granted is denied (ACC-6). */
export const staffGrants: Readonly<Record<TaskKind, StaffGrants>> = {
  case: {
    see: [...agents, 'sn_customerservice.case_viewer'],
    create: agents,
    edit: agents,
    comment: agents,
    note: agents,
    assign: agents,
    link: agents,
    export: agents,
  },
  incident: {
    see: ['sn_incident_read'],
    create: ['sn_incident_write'],
    edit: ['itil'],
    comment: ['itil'],
    note: ['itil'],
    assign: ['itil'],
    link: ['sn_incident_read'],
    export: ['itil'],
    own: { fields: ['callerId'], may: ['comment'] },
  },
  problem: {
    see: ['sn_problem_read'],
    create: ['sn_problem_write'],
    edit: ['itil'],
    comment: ['itil'],
    note: ['itil'],
    assign: ['itil'],
    link: ['sn_problem_read'],
    export: ['itil'],
  },
  change: {
    see: ['sn_change_read'],
    create: ['sn_change_write'],
    edit: ['itil'],
    comment: ['itil'],
    note: ['itil'],
    assign: ['itil'],
    link: ['sn_change_read'],
    export: ['itil'],
  },
  request: requestGrants,
  requested_item: requestGrants,
  work_order: workOrderGrants,
  work_order_task: workOrderTaskGrants,
};
