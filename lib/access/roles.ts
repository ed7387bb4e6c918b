/** Every role with its audience and the roles it contains. The single source of roles. */
const table = {
  admin: { audience: 'internal', contains: [] },
  sn_customerservice_agent: { audience: 'internal', contains: [] },
  'sn_customerservice.consumer_agent': { audience: 'internal', contains: [] },
  sn_customerservice_manager: {
    audience: 'internal',
    contains: [
      'sn_customerservice_agent',
      'sn_customerservice.consumer_agent',
      'sn_majorissue_mgt.major_issue_manager',
    ],
  },
  'sn_majorissue_mgt.major_issue_manager': { audience: 'internal', contains: ['sn_customerservice_agent'] },
  sn_incident_read: { audience: 'internal', contains: [] },
  sn_incident_write: { audience: 'internal', contains: ['sn_incident_read'] },
  sn_problem_read: { audience: 'internal', contains: [] },
  sn_problem_write: { audience: 'internal', contains: ['sn_problem_read'] },
  sn_change_read: { audience: 'internal', contains: [] },
  sn_change_write: { audience: 'internal', contains: ['sn_change_read'] },
  sn_request_read: { audience: 'internal', contains: [] },
  sn_request_write: { audience: 'internal', contains: ['sn_request_read'] },
  itil: {
    audience: 'internal',
    contains: ['sn_incident_write', 'sn_problem_write', 'sn_change_write', 'sn_request_write'],
  },
  'sn_ind_tsm_core.noc_agent': {
    audience: 'internal',
    contains: ['itil', 'sn_customerservice.case_viewer', 'wm_read'],
  },
  'sn_customerservice.case_viewer': { audience: 'internal', contains: [] },
  approver_user: { audience: 'internal', contains: [] },
  wm_read: { audience: 'internal', contains: [] },
  wm_initiator: { audience: 'internal', contains: ['wm_read'] },
  wm_dispatcher: { audience: 'internal', contains: ['wm_read'] },
  wm_agent: { audience: 'internal', contains: ['wm_read'] },
  wm_admin: { audience: 'internal', contains: ['wm_read'] },
  'sn_customerservice.customer': { audience: 'external', contains: [] },
  'sn_customerservice.customer_case_manager': { audience: 'external', contains: ['sn_customerservice.customer'] },
  'sn_customerservice.customer_admin': { audience: 'external', contains: ['sn_customerservice.customer'] },
  'sn_customerservice.partner': { audience: 'external', contains: ['sn_customerservice.customer'] },
  'sn_customerservice.partner_admin': {
    audience: 'external',
    contains: ['sn_customerservice.partner', 'sn_customerservice.customer_admin'],
  },
  'sn_customerservice.consumer': { audience: 'external', contains: [] },
} as const satisfies Record<string, { audience: 'internal' | 'external'; contains: readonly string[] }>;

export type Role = keyof typeof table;

type RoleFor<A extends 'internal' | 'external'> = {
  [R in Role]: (typeof table)[R]['audience'] extends A ? R : never;
}[Role];

/** ACC-1 · Nobody holds both staff and customer roles. */
export type StaffRole = RoleFor<'internal'>;
export type CustomerRole = RoleFor<'external'>;

export const roles: Readonly<Record<Role, { audience: 'internal' | 'external'; contains: readonly Role[] }>> = table;

export const roleNames = Object.keys(table) as Role[];

/** The default role of an external user. */
export const defaultRoles: Readonly<Record<'contact' | 'consumer', Role>> = {
  contact: 'sn_customerservice.customer',
  consumer: 'sn_customerservice.consumer',
};

/** Whether a text names a role. */
export function isRole(name: string): name is Role {
  return Object.hasOwn(table, name);
}

/** ADM-6 · The effective roles: the granted roles and all roles that they contain. */
export function effectiveRoles(granted: Iterable<string>): ReadonlySet<Role> {
  const held = new Set<Role>();
  const add = (role: Role) => {
    if (held.has(role)) return;
    held.add(role);
    for (const contained of roles[role].contains) add(contained);
  };
  for (const name of granted) if (isRole(name)) add(name);
  return held;
}
