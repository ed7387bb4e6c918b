import { describe, expect, it } from 'vitest';
import { internalUser, theCaseWith } from '#lib/platform/testing/records.ts';
import { defaultSettings, type Settings } from '#lib/property/settings.ts';
import { fromCase } from './from-case.ts';
import { type Variant, variants } from './variant.ts';

const ava = internalUser('sn_customerservice_agent', 'itil');
const inactive: Settings = { ...defaultSettings, values: new Map([['com.snc.incident.data_lookup_active', 'false']]) };

const theCase = theCaseWith({
  shortDescription: 'No line',
  description: 'Since nine.',
  priority: 2,
  impact: 1,
  urgency: 1,
  accountId: 'boxeo',
  configurationItemId: 'sdwan',
  channel: 'phone',
  problemId: 'prb',
  changeId: 'chg',
  causedByChangeId: 'cause',
});
const common = {
  shortDescription: 'No line',
  description: 'Since nine.',
  accountId: 'boxeo',
  configurationItemId: 'sdwan',
};

/** With the lookup inactive: what each kind has from this case. */
const table: Readonly<Record<Variant, Record<string, unknown>>> = {
  incident: {
    ...common,
    priority: 5,
    impact: 3,
    urgency: 3,
    callerId: 'cora',
    contactType: 'phone',
    problemId: 'prb',
    changeId: 'chg',
    causedByChangeId: 'cause',
  },
  problem: { ...common, priority: 2, impact: 1, urgency: 1, firstReportedById: 'the-case' },
  normal_change: { ...common, priority: 2, impact: 1, urgency: 1, callerId: 'cora', requestedById: 'ava' },
  standard_change: {},
};

describe('what is copied from the case', () => {
  it.each(variants)('REL-5, REL-7, PRB-3 · into a %s', (variant) => {
    expect(fromCase(variant, theCase, ava, inactive).values).toEqual(table[variant]);
  });

  it('PRB-3 · with the lookup active a problem’s priority is computed from impact and urgency', () => {
    expect(fromCase('problem', theCase, ava, defaultSettings).values).toMatchObject({
      priority: 1,
      impact: 1,
      urgency: 1,
    });
  });

  it('REL-17 · without a customer a change is requested for the agent', () => {
    const proactive = theCaseWith({ contactId: null, proactive: true });
    expect(fromCase('normal_change', proactive, ava, inactive).values.callerId).toBe('ava');
  });
});
