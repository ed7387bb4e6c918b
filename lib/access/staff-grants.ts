import type { TaskKind } from '#lib/task/kind.ts';
import type { StaffRole } from './roles.ts';

/**
 * What staff may do to a record: `edit` fields and move states, write additional comments and attach (`comment`), write
 * work notes (`note`), `link` (associate and remove).
 */
export type StaffPermission = 'see' | 'create' | 'edit' | 'comment' | 'note' | 'assign' | 'link' | 'export';

type StaffGrants = Readonly<Record<StaffPermission, readonly StaffRole[]>> & {
  /** What, beside the roles, comes with the case that such a record is linked to: to create it from there, to see it. */
  withCase?: readonly ('create' | 'see')[];
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
};
