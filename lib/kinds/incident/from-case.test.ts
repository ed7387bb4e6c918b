import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import { internalUser, theCaseWith } from '#lib/testing/records.ts';
import { incidentFromCase, tripleFromCase } from './from-case.ts';

const ava = internalUser('sn_customerservice_agent', 'sn_incident_write');
const inactive: Settings = { ...defaultSettings, values: new Map([['com.snc.incident.data_lookup_active', 'false']]) };

describe('the values that an incident copies from its case', () => {
  it.each([
    [1, 1, 1],
    [2, 1, 2],
    [3, 2, 2],
    [4, 2, 3],
    [5, 3, 3],
  ])('REL-6 · lookup active: priority %i is copied, with impact %i and urgency %i', (priority, impact, urgency) => {
    expect(tripleFromCase(priority, defaultSettings)).toEqual({ priority, impact, urgency, hint: null });
  });

  it.each([1, 2, 3, 4, 5])('REL-6 · lookup inactive: priority %i becomes 5, 3, 3', (priority) => {
    expect(tripleFromCase(priority, inactive)).toEqual({ priority: 5, impact: 3, urgency: 3, hint: null });
  });

  it('REL-6 · without a matching row: as if inactive, and the dialog says so', () => {
    const lookup = defaultSettings.lookup.filter((row) => row.priority !== 2);
    expect(tripleFromCase(2, { ...defaultSettings, lookup })).toEqual({
      priority: 5,
      impact: 3,
      urgency: 3,
      hint: 'No active row of the priority data lookup yields priority 2.',
    });
  });

  it.each([
    [3, 1, 3, 'its own where the case agrees with the lookup', [3, 1, 3]],
    [1, 3, 3, 'its own where the case agrees with the lookup', [1, 3, 3]],
    [1, 1, 3, 'by the priority where it does not', [2, 2, 3]],
  ])(
    'CASE-12, REL-6 · of impact %i, urgency %i and priority %i an incident gets %s',
    (impact, urgency, priority, _what, triple) => {
      const { values } = incidentFromCase(theCaseWith({ impact, urgency, priority }), ava, defaultSettings);
      expect([values.impact, values.urgency, values.priority]).toEqual(triple);
    },
  );

  it('REL-5 · the words, the customer, the account, the configuration item and the channel are copied', () => {
    const theCase = theCaseWith({
      shortDescription: 'No line',
      description: 'Since nine.',
      accountId: 'boxeo',
      configurationItemId: 'sdwan',
      channel: 'chat',
      priority: 2,
    });
    expect(incidentFromCase(theCase, ava, defaultSettings).values).toEqual({
      shortDescription: 'No line',
      description: 'Since nine.',
      impact: 1,
      urgency: 2,
      priority: 2,
      callerId: 'cora',
      accountId: 'boxeo',
      configurationItemId: 'sdwan',
      contactType: 'virtual_agent',
      problemId: null,
      changeId: null,
      causedByChangeId: null,
    });
  });

  it('REL-17 · the caller is the contact, else the consumer, else the agent', () => {
    const callerOf = (values: Parameters<typeof theCaseWith>[0]) =>
      incidentFromCase(theCaseWith(values), ava, defaultSettings).values.callerId;
    expect(callerOf({ contactId: 'cora' })).toBe('cora');
    expect(callerOf({ contactId: null, consumerId: 'jane' })).toBe('jane');
    expect(callerOf({ contactId: null, proactive: true })).toBe('ava');
  });
});
