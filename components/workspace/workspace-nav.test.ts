import { expect, test } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import { internalUser } from '#lib/platform/testing/records.ts';
import { workspaceNav } from './workspace-nav.tsx';

const ofIncidents = (...roles: Role[]) =>
  workspaceNav(internalUser(...roles), { records: {}, approvals: null })
    .flat()
    .filter(({ href }) => href === '/workspace/incidents')
    .map(({ label }) => label);

test('INC-6 · who sees no incidents by role has a list of the own ones in the navigation', () => {
  expect(ofIncidents()).toEqual(['My incidents']);
  expect(ofIncidents('sn_customerservice_agent')).toEqual(['My incidents']);
  expect(ofIncidents('sn_incident_read')).toEqual(['Incidents']);
  expect(ofIncidents('itil')).toEqual(['Incidents']);
});
