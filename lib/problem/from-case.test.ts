import { expect, test } from 'vitest';
import { internalUser, theCaseWith } from '#lib/platform/testing/records.ts';
import { defaultSettings, type Settings } from '#lib/property/settings.ts';
import { problemFromCase } from './from-case.ts';

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
});

test('REL-5, REL-17, PRB-3 · a problem gets the words, the priority, the account and the item of the case', () => {
  expect(problemFromCase(theCase, ava, inactive)).toEqual({
    hint: null,
    values: {
      shortDescription: 'No line',
      description: 'Since nine.',
      priority: 2,
      impact: 1,
      urgency: 1,
      accountId: 'boxeo',
      configurationItemId: 'sdwan',
      firstReportedById: 'the-case',
    },
  });
});

test('PRB-3 · with the lookup active its priority is computed from impact and urgency', () => {
  const { values } = problemFromCase(theCase, ava, defaultSettings);
  expect(values).toMatchObject({ priority: 1, impact: 1, urgency: 1 });
});
