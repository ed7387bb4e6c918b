import { expect, test } from 'vitest';
import type { Staff } from '#lib/platform/actor.ts';
import { mayWork } from './policy.ts';
import { effectiveRoles, type Role } from './roles.ts';

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

const nobody = { kind: 'case', accountId: null, contactId: null, consumerId: null } as const;

test.each([
  ['a contact', { ...nobody, accountId: 'a', contactId: 'c' }, [true, false]],
  ['an account alone', { ...nobody, accountId: 'a' }, [true, false]],
  ['a consumer', { ...nobody, consumerId: 'c' }, [false, true]],
  ['nobody', nobody, [true, true]],
])('ACC-6, CASE-9 · the case of %s is worked by the agents of its customer', (_whose, theCase, worked) => {
  expect([agent, consumerAgent].map((actor) => mayWork(actor, theCase).ok)).toEqual(worked);
});

test('REC-5 · a refusal to work a case names no field: none is set', () => {
  const refusal = mayWork(consumerAgent, { ...nobody, contactId: 'c' });
  expect(refusal).toEqual({ ok: false, rule: 'ACC-6', because: expect.stringContaining('accounts and contacts') });
});
