import { expect, test } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import { internalUser } from '#lib/testing/records.ts';
import { workspaceNav } from './workspace-nav.tsx';

const ofIncidents = (...roles: Role[]) =>
  workspaceNav(internalUser(...roles), { records: {}, approvals: null, emails: null, majorCases: null })
    .flat()
    .filter(({ href }) => href === '/workspace/incidents')
    .map(({ label }) => label);

test('INC-6 · who sees no incidents by role has a list of the own ones in the navigation', () => {
  expect(ofIncidents()).toEqual(['My incidents']);
  expect(ofIncidents('sn_customerservice_agent')).toEqual(['My incidents']);
  expect(ofIncidents('sn_incident_read')).toEqual(['Incidents']);
  expect(ofIncidents('itil')).toEqual(['Incidents']);
});

test('navigation · the figure of a list counts what is active, which what is resolved is too', () => {
  const counted = (count: number) =>
    workspaceNav(internalUser('itil'), {
      records: { incident: count },
      approvals: null,
      emails: null,
      majorCases: null,
    })
      .flat()
      .find(({ href }) => href === '/workspace/incidents')?.counted;
  expect(counted(2)).toEqual({
    href: '/workspace/incidents?assigned=me&active=yes',
    label: 'active incidents of mine',
  });
  expect(counted(1)?.label).toBe('active incident of mine');
});
