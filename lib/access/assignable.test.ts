import { describe, expect, it } from 'vitest';
import type { TaskKind } from '#lib/record/kind.ts';
import { type Assignable, rolesThatWork } from './assignable.ts';
import type { Role } from './roles.ts';

const record = (kind: TaskKind, customer: Partial<Assignable> = {}): Assignable => ({
  kind,
  accountId: null,
  contactId: null,
  consumerId: null,
  ...customer,
});

const itil: Role[] = ['admin', 'itil', 'sn_ind_tsm_core.noc_agent'];
const managers: Role[] = ['admin', 'sn_customerservice_manager'];
const agents: Role[] = [...managers, 'sn_customerservice_agent', 'sn_majorissue_mgt.major_issue_manager'];
const consumerAgents: Role[] = [...managers, 'sn_customerservice.consumer_agent'];

describe('the roles that work a record', () => {
  it.each<[string, Assignable, readonly Role[]]>([
    ['a case of a contact', record('case', { accountId: 'boxeo', contactId: 'cora' }), agents],
    ['a case of an account', record('case', { accountId: 'boxeo' }), agents],
    ['a case of a consumer', record('case', { consumerId: 'jane' }), consumerAgents],
    ['a case without customer', record('case'), [...new Set([...agents, ...consumerAgents])]],
    ['an incident, whoever its customer is', record('incident', { consumerId: 'jane' }), itil],
    ['a problem', record('problem'), itil],
    ['a change', record('change'), itil],
    ['a request', record('request'), itil],
    ['a requested item', record('requested_item'), itil],
  ])('ACC-6 · %s', (_what, assignable, roles) => {
    expect(rolesThatWork(assignable).sort()).toEqual([...roles].sort());
  });
});
