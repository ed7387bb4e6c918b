import { expect, test } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import type { UserKind } from '#lib/platform/generated/prisma/client.ts';
import { mayNameKinds, maySearch } from './references.ts';
import { effectiveRoles, type Role, roles as roleTable } from './roles.ts';

const holder = (...roles: Role[]): Actor => {
  const identity = { id: 'somebody', name: 'Somebody', roles: effectiveRoles(roles), timeZone: 'UTC' };
  if (roles.includes('sn_customerservice.consumer')) return { ...identity, kind: 'consumer' };
  return roles.some((role) => roleTable[role].audience === 'external')
    ? { ...identity, kind: 'contact', accountId: 'boxeo', accountName: 'Boxeo' }
    : { ...identity, kind: 'staff', groupIds: [] };
};

const kinds = ['account', 'contact', 'consumer', 'person', 'user', 'task'] as const;

test.each<[string, Role[], readonly (typeof kinds)[number][]]>([
  ['nobody', [], []],
  ['a customer', ['sn_customerservice.customer'], []],
  ['an administrator of customers', ['sn_customerservice.partner_admin'], []],
  ['a consumer', ['sn_customerservice.consumer'], []],
  ['an agent', ['sn_customerservice_agent'], ['account', 'contact', 'person', 'user']],
  ['an agent for consumers', ['sn_customerservice.consumer_agent'], ['account', 'consumer', 'person', 'user']],
  ['itil', ['itil'], ['account', 'person', 'user']],
  ['a reader of incidents', ['sn_incident_read'], ['account', 'user']],
  ['a case viewer', ['sn_customerservice.case_viewer'], ['account', 'contact', 'consumer', 'user']],
])('ACC-6 · the type-ahead gives %s the records that the roles reach', (_who, roles, reached) => {
  expect(kinds.filter((kind) => maySearch(holder(...roles), kind))).toEqual(reached);
});

test.each<[string, Role[], readonly UserKind[]]>([
  ['an agent', ['sn_customerservice_agent'], ['internal', 'contact']],
  ['an agent for consumers', ['sn_customerservice.consumer_agent'], ['internal', 'consumer']],
  ['itil', ['itil'], ['internal', 'contact', 'consumer']],
  ['who creates incidents', ['sn_incident_write'], ['internal', 'contact', 'consumer']],
  ['who orders', ['sn_request_write'], ['internal', 'contact', 'consumer']],
  ['a reader of incidents', ['sn_incident_read'], ['internal']],
])('ACC-6 · %s names people of these kinds', (_who, roles, named) => {
  expect(mayNameKinds(holder(...roles))).toEqual(named);
});
