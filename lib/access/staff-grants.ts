import type { TaskKind } from '#lib/record/kind.ts';
import type { StaffRole } from './roles.ts';

/**
 * What staff may do to a record: `edit` fields and move states, write additional comments and attach (`comment`), write
 * work notes (`note`), `link` (associate and remove).
 */
export type StaffPermission = 'see' | 'create' | 'edit' | 'comment' | 'note' | 'assign' | 'link' | 'export';

type StaffGrants = Readonly<Record<StaffPermission, readonly StaffRole[]>> & {
  /** What, beside the roles, comes with the case that such a record is linked to: to create it from there, to see it. */
  withCase?: readonly ('create' | 'see')[];
  /** Who of those who may edit works all of them; others those of the cases that they work, and what is assigned to them. Absent: everybody. */
  everywhere?: readonly StaffRole[];
  /** Whom such a record can be assigned to; absent: whoever may edit one. */
  assignees?: readonly StaffRole[];
  /** Whom of the staff one of these fields of the record, or of its whole, names: sees it whatever the roles, and may do this. */
  own?: { fields: readonly string[]; may: readonly OwnPermission[] };
};

/** What somebody may do to an own record beside seeing it; `watch`: put oneself on its lists. */
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

/** ACC-15, WO-8 · Who works a case sees, creates and changes its work orders; who dispatches, all. */
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

/** ACC-15 · Technicians work their own tasks, too. */
const workOrderTaskGrants: StaffGrants = {
  ...workOrderGrants,
  edit: [...whoWorkOrders, 'wm_agent'],
  comment: [...whoWorkOrders, 'wm_agent'],
  note: [...whoWorkOrders, 'wm_agent'],
  assignees: ['wm_agent'],
};

/** Which staff may do what to records of a kind; `admin` may all. What is not granted is denied (ACC-6). */
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
