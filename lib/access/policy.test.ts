import { expect, test } from 'vitest';
import { type Actor, type Staff, system } from '#lib/platform/actor.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { cora } from '#lib/testing/records.ts';
import { customerGrants } from './customer-grants.ts';
import {
  can,
  mayBeNotifiedAbout,
  mayGenerateCases,
  mayNotifyCustomers,
  mayReachChildren,
  mayReadWorkNotes,
  maySeeAffectedCount,
  maySeeImpact,
  mayUseWorkspace,
  mayWork,
  type Permission,
} from './policy.ts';
import { effectiveRoles, type Role, roleNames, roles } from './roles.ts';

const holder = (...roles: Role[]): Staff => ({
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'staff',
  name: 'Somebody',
  roles: effectiveRoles(['sn_customerservice.case_viewer', ...roles]),
  groupIds: [],
  timeZone: 'UTC',
});
const agent = holder('sn_customerservice_agent');
const consumerAgent = holder('sn_customerservice.consumer_agent');

const withoutCustomer = {
  kind: 'case',
  majorCaseState: null,
  accountId: null,
  contactId: null,
  consumerId: null,
} as const;

test.each([
  ['a contact', { ...withoutCustomer, accountId: 'a', contactId: 'c' }, [true, false]],
  ['an account alone', { ...withoutCustomer, accountId: 'a' }, [true, false]],
  ['a consumer', { ...withoutCustomer, consumerId: 'c' }, [false, true]],
  ['nobody', withoutCustomer, [true, true]],
])('ACC-6, CASE-9 · the case of %s is worked by the agents of its customer', (_whose, theCase, worked) => {
  expect([agent, consumerAgent].map((actor) => mayWork(actor, theCase).ok)).toEqual(worked);
});

test.each([
  ['accepted', [false, true]],
  ['proposed', [true, true]],
  [null, [true, true]],
  [undefined, [false, true]],
] as const)(
  'ACC-13 · actions of a case whose major case state is %s may update children',
  (majorCaseState, granted) => {
    const actors = [agent, holder('sn_majorissue_mgt.major_issue_manager')];
    expect(
      actors.map(
        (actor) =>
          mayReachChildren(actor, { kind: 'case', ...(majorCaseState === undefined ? {} : { majorCaseState }) }).ok,
      ),
    ).toEqual(granted);
  },
);

test('REC-5 · a refusal to work a case names no field, because the user set none', () => {
  const refusal = mayWork(consumerAgent, { ...withoutCustomer, contactId: 'c' });
  expect(refusal).toEqual({ ok: false, rule: 'ACC-6', because: expect.stringContaining('accounts and contacts') });
});

const external = roleNames.filter((role) => roles[role].audience === 'external');

test.each([
  ['network operations', holder('sn_ind_tsm_core.noc_agent'), [true, true, true, true]],
  ['a manager who works incidents', holder('sn_customerservice_manager', 'itil'), [false, false, false, true]],
  ['a major issue manager', holder('sn_majorissue_mgt.major_issue_manager', 'itil'), [false, false, false, true]],
  ['an agent who works incidents', holder('sn_customerservice_agent', 'itil'), [false, false, false, false]],
])('ACC-6, IMP-1, PRO-1, NOT-1 · %s: impact, Generate, and which customers it may message', (_who, actor, granted) => {
  const verdicts = [
    maySeeImpact(actor),
    mayGenerateCases(actor),
    mayNotifyCustomers(actor, { kind: 'incident' }),
    mayNotifyCustomers(actor, { kind: 'case' }),
  ];
  expect(verdicts.map(({ ok }) => ok)).toEqual(granted);
});

test('ACC-6 · each external role is in the table of grants exactly once', () => {
  const { contact = [], consumer = [] } = customerGrants.case ?? {};
  expect([...contact, ...consumer].map(([role]) => role).sort()).toEqual([...external].sort());
});

const permissions = ['see', 'create', 'edit', 'comment', 'note', 'answer', 'assign', 'link', 'export'] as const;

/** Actors with their permissions on cases. */
const onCases: readonly [string, Actor, readonly Permission[]][] = [
  ['the product', system, permissions],
  ['an administrator', holder('admin'), ['see', 'create', 'edit', 'comment', 'note', 'assign', 'link', 'export']],
  ['an agent', agent, ['see', 'create', 'edit', 'comment', 'note', 'assign', 'link', 'export']],
  ['a case viewer', holder(), ['see']],
  ['a contact', cora, ['see', 'comment', 'answer']],
  ['a contact without a role', { ...cora, roles: new Set() }, []],
  ['a contact with a role of staff', { ...cora, roles: new Set(['admin']) }, []],
  ['a contact with the role of consumers', { ...cora, roles: effectiveRoles(['sn_customerservice.consumer']) }, []],
];

test.each(onCases)('ACC-6, CASE-3 · %s has exactly these permissions on cases', (_who, actor, granted) => {
  expect(permissions.filter((permission) => can(actor, permission, 'case'))).toEqual(granted);
});

test('INC-6 · customers have no permissions on internal kinds of records, and are not notified about them', () => {
  const customer = { ...cora, roles: effectiveRoles(external) };
  for (const kind of ['incident', 'problem', 'change', 'request', 'requested_item'] as const)
    expect(customerGrants, kind).not.toHaveProperty(kind);
  const others = taskKindNames.filter((kind) => !(kind in customerGrants));
  for (const kind of others)
    expect(
      permissions.filter((permission) => can(customer, permission, kind)),
      kind,
    ).toEqual([]);
  expect(taskKindNames.filter((kind) => mayBeNotifiedAbout(customer, kind))).toEqual(Object.keys(customerGrants));
  expect(taskKindNames.filter((kind) => mayBeNotifiedAbout(agent, kind))).toEqual([...taskKindNames]);
});

test('POR-3, REC-1, SYNC-3 · the workspace, work notes and the number of updated cases are for staff', () => {
  expect([mayUseWorkspace(cora), mayReadWorkNotes(cora), maySeeAffectedCount(cora, 'case')]).toEqual([
    false,
    false,
    false,
  ]);
  expect([mayUseWorkspace(agent), mayReadWorkNotes(agent), maySeeAffectedCount(agent, 'case')]).toEqual([
    true,
    true,
    true,
  ]);
});
