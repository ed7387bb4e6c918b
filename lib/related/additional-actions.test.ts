import { describe, expect, it } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { links } from '#lib/record/link.ts';
import type { IntegrationId } from '#lib/settings/integrations.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { cora, internalUser, theCaseWith } from '#lib/testing/records.ts';
import { additionalActions, mayRemoveFromRows } from './additional-actions.ts';

/** The items of the links in this file; other links have tests beside their kind. */
const labels = (theCase: Case, roles: readonly Role[], settings = defaultSettings) =>
  additionalActions(theCase, internalUser(...roles), settings)
    .filter(({ link }) => links[link].menu in creates)
    .map(({ label }) => label);

const agent = 'sn_customerservice_agent';
const kinds = ['Incident', 'Problem', 'Change', 'Caused by Change', 'Request'] as const;
type Menu = (typeof kinds)[number];

/** The menu, in its order: the items while there is no record. */
const creates: Readonly<Record<Menu, readonly string[]>> = {
  Incident: ['Create Incident'],
  Problem: ['Create Problem'],
  Change: ['Create Normal Change', 'Create Standard Change'],
  'Caused by Change': [],
  Request: ['Create Request'],
};
const taken = { incidentId: 'i', problemId: 'p', changeId: 'c', causedByChangeId: 'b' };

/** The items for a user who may create and associate these kinds; an existing request removes no item. */
const free = (create: readonly Menu[], link: readonly Menu[]) =>
  kinds.flatMap((kind) => [
    ...(create.includes(kind) ? creates[kind] : []),
    ...(link.includes(kind) ? [`Associate ${kind}`] : []),
  ]);
const full = (create: readonly Menu[], link: readonly Menu[]) =>
  kinds.flatMap((kind) => {
    if (kind === 'Request') return free(create.includes(kind) ? [kind] : [], link.includes(kind) ? [kind] : []);
    return link.includes(kind) ? [`Remove ${kind}`] : [];
  });

const changes: readonly Menu[] = ['Change', 'Caused by Change'];
/** The roles, with the kinds that each may create and associate. */
const offers: readonly [string, readonly Role[], readonly Menu[], readonly Menu[]][] = [
  ['agent alone', [agent], [], []],
  ['consumer agent alone', ['sn_customerservice.consumer_agent'], [], []],
  ['agent who reads incidents', [agent, 'sn_incident_read'], [], ['Incident']],
  ['agent who writes incidents', [agent, 'sn_incident_write'], ['Incident'], ['Incident']],
  ['agent who reads problems', [agent, 'sn_problem_read'], [], ['Problem']],
  ['agent who writes problems', [agent, 'sn_problem_write'], ['Problem'], ['Problem']],
  ['agent who reads changes', [agent, 'sn_change_read'], [], changes],
  ['agent who writes changes', [agent, 'sn_change_write'], changes, changes],
  ['agent who reads requests', [agent, 'sn_request_read'], [], []],
  ['agent who writes requests', [agent, 'sn_request_write'], ['Request'], ['Request']],
  ['agent with itil', [agent, 'itil'], kinds, kinds],
  ['manager alone', ['sn_customerservice_manager'], [], []],
  ['manager with itil', ['sn_customerservice_manager', 'itil'], kinds, kinds],
  ['itil alone', ['itil'], [], []],
  ['NOC agent', ['sn_ind_tsm_core.noc_agent'], [], []],
  ['case viewer who writes incidents', ['sn_customerservice.case_viewer', 'sn_incident_write'], [], []],
  ['administrator', ['admin'], kinds, kinds],
  ['nobody', [], [], []],
];

describe('the Additional Actions menu of a case', () => {
  for (const [who, roles, create, link] of offers)
    for (const state of Object.keys(caseStates) as CaseState[]) {
      const worked = ['new', 'open', 'awaiting_info'].includes(state);
      it(`REL-1, REL-8 · ${caseStates[state].label} case, ${who}`, () => {
        expect(labels(theCaseWith({ state }), roles)).toEqual(worked ? free(create, link) : []);
        expect(labels(theCaseWith({ state, ...taken }), roles)).toEqual(worked ? full(create, link) : []);
      });

      it(`REL-16 · ${caseStates[state].label} case, ${who}: Remove Request on its row`, () => {
        const menu = additionalActions(theCaseWith({ state }), internalUser(...roles), defaultSettings);
        expect(mayRemoveFromRows(menu, 'request')).toBe(worked && link.includes('Request'));
      });
    }

  it.each<[keyof typeof taken, string]>([
    ['incidentId', 'Incident'],
    ['problemId', 'Problem'],
    ['changeId', 'Change'],
    ['causedByChangeId', 'Caused by Change'],
  ])('REL-13 · %s set takes the place of its own items only', (field, menu) => {
    const before = labels(theCaseWith(), ['admin']);
    const own = [...creates[menu as Menu], `Associate ${menu}`];
    const at = before.indexOf(own[0] ?? '');
    const expected = before.filter((label) => !own.includes(label)).toSpliced(at, 0, `Remove ${menu}`);
    expect(labels(theCaseWith({ [field]: 'x' }), ['admin'])).toEqual(expected);
  });

  it('REL-1 · on a major case the items need itil besides major issue manager', () => {
    const major = theCaseWith({ majorCaseState: 'accepted' });
    expect(labels(major, [agent, 'sn_incident_write'])).toEqual([]);
    expect(labels(major, [agent, 'itil'])).toEqual([]);
    expect(labels(major, ['sn_majorissue_mgt.major_issue_manager', 'sn_incident_write'])).toEqual([]);
    expect(labels(major, ['sn_majorissue_mgt.major_issue_manager', 'itil'])).toEqual(free(kinds, kinds));
    const proposed = theCaseWith({ majorCaseState: 'proposed' });
    expect(labels(proposed, [agent, 'sn_incident_write'])).toEqual(free(['Incident'], ['Incident']));
  });

  it('REL-2 · the child of a major case offers nothing', () => {
    expect(labels(theCaseWith({ parentId: 'major' }), ['admin'])).toEqual([]);
  });

  const itsm = kinds.filter((kind) => kind !== 'Request');
  it.each<[IntegrationId, readonly Menu[]]>([
    ['com.sn_cs_sm', ['Request']],
    ['com.sn_cs_sm_request', itsm],
  ])('REL-3 · %s off takes its items with it, and no others', (integration, left) => {
    const off = { ...defaultSettings, integrationsOff: new Set([integration]) };
    expect(labels(theCaseWith(), ['admin'], off)).toEqual(free(left, left));
    expect(labels(theCaseWith(taken), ['admin'], off)).toEqual(full(left, left));
  });

  it('REL-3 · with both off the menu is empty', () => {
    const off = { ...defaultSettings, integrationsOff: new Set(['com.sn_cs_sm', 'com.sn_cs_sm_request']) };
    expect(labels(theCaseWith(), ['admin'], off)).toEqual([]);
  });

  it('ACC-1 · a customer is offered nothing', () => {
    expect(additionalActions(theCaseWith(), cora, defaultSettings)).toEqual([]);
  });
});
