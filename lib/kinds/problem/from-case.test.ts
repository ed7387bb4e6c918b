import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import { internalUser, theCaseWith } from '#lib/testing/records.ts';
import { problemFromCase } from './from-case.ts';

const ava = internalUser('sn_customerservice_agent', 'itil');
const inactive: Settings = { ...defaultSettings, values: new Map([['com.snc.incident.data_lookup_active', 'false']]) };

const copied = { shortDescription: 'No line', description: 'Since nine.', priority: 2, impact: 1, urgency: 1 };
const about = { accountId: 'boxeo', configurationItemId: 'sdwan' };
const theCase = theCaseWith({ ...copied, ...about });

test('REL-5, REL-17, PRB-3 · a problem gets the words, the priority, the account and the item of the case', () => {
  const values = { ...copied, ...about, firstReportedById: 'the-case' };
  expect(problemFromCase(theCase, ava, inactive)).toEqual({ hint: null, values });
});

test('PRB-3 · with the lookup active its priority is computed from impact and urgency', () => {
  const { values } = problemFromCase(theCase, ava, defaultSettings);
  expect(values).toMatchObject({ priority: 1, impact: 1, urgency: 1 });
});
