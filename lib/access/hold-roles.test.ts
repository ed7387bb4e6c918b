import { expect, test } from 'vitest';
import { mayHoldRoles } from './hold-roles.ts';
import { roleNames, roles } from './roles.ts';

test.each(roleNames)('ACC-1 · %s is held on its own side only', (role) => {
  for (const audience of ['internal', 'external'] as const)
    expect(mayHoldRoles({ name: 'Cora', audience }, [role]).ok).toBe(roles[role].audience === audience);
});

test('ACC-1 · the refusal names person and role', () => {
  expect(mayHoldRoles({ name: 'Cora', audience: 'external' }, ['sn_customerservice.customer', 'itil'])).toEqual({
    ok: false,
    rule: 'ACC-1',
    because: 'Cora is an external user and cannot hold itil, a role for staff.',
    field: 'roles',
  });
});
