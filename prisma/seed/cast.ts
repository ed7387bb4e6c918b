import type { PropertyName } from '#lib/settings/properties.ts';
import type { Shop } from './things.ts';

/** The people of the demonstration. Stories refer to them by key. */
export const staff = {
  admin: { name: 'Ada Admin', email: 'admin@casebridge.test', roles: ['admin'] },
  ava: {
    name: 'Ava Agent',
    email: 'agent@casebridge.test',
    roles: [
      'sn_customerservice_agent',
      'sn_customerservice.consumer_agent',
      'sn_incident_write',
      'sn_problem_write',
      'sn_change_write',
      'sn_request_write',
    ],
  },
  pat: { name: 'Pat Plain', email: 'plain@casebridge.test', roles: ['sn_customerservice_agent'] },
  rita: {
    name: 'Rita Reader',
    email: 'reader@casebridge.test',
    roles: ['sn_customerservice_agent', 'sn_incident_read', 'sn_problem_read', 'sn_change_read', 'sn_request_read'],
  },
  mia: { name: 'Mia Manager', email: 'manager@casebridge.test', roles: ['sn_customerservice_manager', 'itil'] },
  ian: { name: 'Ian Itil', email: 'itil@casebridge.test', roles: ['itil'] },
  noa: { name: 'Noa Noc', email: 'noc@casebridge.test', roles: ['sn_ind_tsm_core.noc_agent'] },
  arno: { name: 'Arno Approver', email: 'approver@casebridge.test', roles: ['itil', 'approver_user'] },
  dora: { name: 'Dora Dispatcher', email: 'dispatcher@casebridge.test', roles: ['wm_dispatcher'] },
  tom: { name: 'Tom Tech', email: 'tech1@casebridge.test', roles: ['wm_agent'] },
  tina: { name: 'Tina Tech', email: 'tech2@casebridge.test', roles: ['wm_agent'] },
} as const;

export const groups = [
  {
    name: 'Customer Service',
    email: 'service@casebridge.test',
    manager: 'mia',
    members: ['ava', 'pat', 'rita', 'mia'],
  },
  { name: 'Service Desk', email: 'desk@casebridge.test', manager: 'arno', members: ['ian', 'arno'] },
  { name: 'Network Operations', email: 'noc-team@casebridge.test', manager: 'noa', members: ['noa', 'ian'] },
  { name: 'Platform Operations', email: 'platform@casebridge.test', manager: 'arno', members: ['ian', 'arno', 'noa'] },
  { name: 'CAB', email: 'cab@casebridge.test', manager: 'arno', members: ['arno'] },
  { name: 'Purchasing', email: 'purchasing@casebridge.test', manager: 'mia', members: ['arno'] },
  { name: 'Field Service', email: 'field@casebridge.test', manager: 'dora', members: ['dora', 'tom', 'tina'] },
] as const satisfies readonly { name: string; email: string; manager: Staff; members: readonly Staff[] }[];

/** Default groups in the properties, for records that are created without a group. */
export const defaultGroups = {
  'case.default_assignment_group': 'Customer Service',
  'incident.default_assignment_group': 'Service Desk',
  'problem.default_assignment_group': 'Platform Operations',
  'change.default_assignment_group': 'Platform Operations',
  'request.default_assignment_group': 'Service Desk',
  'wm.default_assignment_group': 'Field Service',
} as const satisfies Partial<Record<PropertyName, GroupName>>;

export type Staff = keyof typeof staff;
export type GroupName = (typeof groups)[number]['name'];

/** Contacts who act in the stories and can sign in. The first contact of an account is its primary contact. */
export const contacts = {
  cora: person('Boxeo', 'Cora Customer', 'customer@boxeo.example', 'sn_customerservice.customer'),
  carl: person('Boxeo', 'Carl Colleague', 'colleague@boxeo.example', 'sn_customerservice.customer'),
  bea: person('Boxeo', 'Bea Boxeo', 'manager@boxeo.example', 'sn_customerservice.customer_case_manager'),
  ben: person('Boxeo', 'Ben Boxeo', 'admin@boxeo.example', 'sn_customerservice.customer_admin'),
  lena: person('Boxeo Labs', 'Lena Labs', 'lena@boxeo-labs.example', 'sn_customerservice.customer'),
  paul: person('Alliant', 'Paul Partner', 'partner@alliant.example', 'sn_customerservice.partner'),
  petra: person('Alliant', 'Petra Partner', 'admin@alliant.example', 'sn_customerservice.partner_admin'),
  fiona: person('Funco', 'Fiona Funco', 'customer@funco.example', 'sn_customerservice.customer'),
  nora: person('Nordwind', 'Nora Nordwind', 'nora@nordwind.example', 'sn_customerservice.customer'),
  sven: person('Sportlight', 'Sven Sportlight', 'sven@sportlight.example', 'sn_customerservice.customer'),
  walt: person('Wayfarer', 'Walt Wayfarer', 'walt@wayfarer.example', 'sn_customerservice.customer'),
  zoe: person('Zenith', 'Zoe Zenith', 'zoe@zenith.example', 'sn_customerservice.customer'),
} as const;

export const consumers = {
  jane: { name: 'Jane Doe', email: 'jane@consumer.example' },
  hugo: { name: 'Hugo Home', email: 'hugo@consumer.example' },
} as const;

export type Contact = keyof typeof contacts;
export type Consumer = keyof typeof consumers;
/** Everyone who can act in a story; a shop's name means the shop's contact. */
export type Person = Staff | Contact | Consumer | Shop;

function person(account: string, name: string, email: string, role: string) {
  return { account, name, email, role };
}
