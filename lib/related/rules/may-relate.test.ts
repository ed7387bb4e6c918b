import { describe, expect, it } from 'vitest';
import { type IncidentState, incidentStates } from '#lib/kinds/incident/states.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { internalUser, theCaseWith, theIncidentWith } from '#lib/testing/records.ts';
import { fieldIsFree, hasIt } from './has-room.ts';
import { caseIsNoChild, integrationIsActive, mayRelate, recordIsOpen } from './may-relate.ts';

const ava = internalUser('sn_customerservice_agent', 'sn_incident_write');

describe('a case and an incident are brought together', () => {
  it('REL-4 · the second user reads which incident the case has', () => {
    expect(fieldIsFree(theCaseWith(), 'incident', null).ok).toBe(true);
    expect(fieldIsFree(theCaseWith(), 'incident', 'INC0010007')).toEqual({
      ok: false,
      rule: 'REL-4',
      because: 'CS0001001 already has incident INC0010007.',
    });
  });

  it('REL-12 · only a record that the case has can be removed', () => {
    expect(hasIt(theCaseWith(), 'incident', 'INC0010007', 'INC0010007').ok).toBe(true);
    expect(hasIt(theCaseWith(), 'incident', 'INC0010008', 'INC0010007')).toMatchObject({ ok: false, rule: 'REL-12' });
    expect(hasIt(theCaseWith(), 'incident', null, 'INC0010007')).toMatchObject({ ok: false, rule: 'REL-12' });
  });

  const open: readonly IncidentState[] = ['new', 'in_progress', 'on_hold'];
  it.each(Object.keys(incidentStates) as IncidentState[])('REL-10 · an incident that is %s', (state) => {
    const may = open.includes(state);
    expect(recordIsOpen(theIncidentWith({ state }))).toMatchObject(
      may ? { ok: true } : { ok: false, rule: 'REL-10', field: 'number' },
    );
  });

  it('REL-2 · a child of a major case gets its records from there', () => {
    expect(caseIsNoChild(theCaseWith({ parentId: 'major' }))).toMatchObject({ ok: false, rule: 'REL-2' });
    expect(caseIsNoChild(theCaseWith()).ok).toBe(true);
  });

  it('REL-3 · a deactivated integration is refused with that reason', () => {
    const off = { ...defaultSettings, integrationsOff: new Set(['com.sn_cs_sm']) };
    expect(integrationIsActive('incident', off)).toMatchObject({
      ok: false,
      rule: 'REL-3',
      because: expect.stringContaining('not active'),
    });
    expect(integrationIsActive('incident', defaultSettings).ok).toBe(true);
  });

  it.each([
    ['closed', 'CASE-5'],
    ['cancelled', 'CASE-5'],
    ['resolved', 'REL-1'],
  ])('CASE-5, REL-1 · a case that is %s accepts no association', (state, rule) => {
    const verdict = mayRelate(ava, theCaseWith({ state }), 'associate', 'incident', defaultSettings);
    expect(verdict).toMatchObject({ ok: false, rule });
  });

  it('REL-16 · the role for one record does not replace the role for the other', () => {
    const relate = (actor: typeof ava) => mayRelate(actor, theCaseWith(), 'associate', 'incident', defaultSettings);
    expect(relate(ava).ok).toBe(true);
    expect(relate(internalUser('sn_customerservice_agent'))).toMatchObject({ ok: false, rule: 'ACC-6' });
    expect(relate(internalUser('itil'))).toMatchObject({ ok: false, rule: 'ACC-6' });
    expect(relate(internalUser('sn_customerservice.consumer_agent', 'itil'))).toMatchObject({
      ok: false,
      rule: 'ACC-6',
    });
  });
});
