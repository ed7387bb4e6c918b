import { expect, test } from 'vitest';
import { internalUser, theCaseWith } from '#lib/platform/testing/records.ts';
import { changeFromCase } from './from-case.ts';

const ava = internalUser('sn_customerservice_agent', 'itil');

test('REL-5, REL-17 · a change gets the words, the priority, the customer, the account and the item of the case', () => {
  const theCase = theCaseWith({
    shortDescription: 'No line',
    description: 'Since nine.',
    priority: 2,
    impact: 1,
    urgency: 1,
    accountId: 'boxeo',
    configurationItemId: 'sdwan',
  });
  expect(changeFromCase(theCase, ava)).toEqual({
    hint: null,
    values: {
      shortDescription: 'No line',
      description: 'Since nine.',
      priority: 2,
      impact: 1,
      urgency: 1,
      accountId: 'boxeo',
      configurationItemId: 'sdwan',
      callerId: 'cora',
      requestedById: 'ava',
    },
  });
});

test('REL-17 · without a customer it is requested for the agent', () => {
  const proactive = theCaseWith({ contactId: null, proactive: true });
  expect(changeFromCase(proactive, ava).values.callerId).toBe('ava');
});
