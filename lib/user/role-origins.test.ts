import { expect, test } from 'vitest';
import { roleOrigins } from './role-origins.ts';

test('ADM-6 · effective roles have their origins', () => {
  expect(roleOrigins(['sn_majorissue_mgt.major_issue_manager', 'sn_customerservice_agent'])).toEqual([
    {
      role: 'sn_customerservice_agent',
      granted: true,
      through: ['sn_majorissue_mgt.major_issue_manager'],
    },
    { role: 'sn_majorissue_mgt.major_issue_manager', granted: true, through: [] },
  ]);
});

test('ADM-6 · a role can be contained in a contained role', () => {
  const read = roleOrigins(['sn_ind_tsm_core.noc_agent']).find(({ role }) => role === 'sn_incident_read');
  expect(read).toEqual({ role: 'sn_incident_read', granted: false, through: ['sn_ind_tsm_core.noc_agent'] });
});
