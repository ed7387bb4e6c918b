import { expect, test } from 'vitest';
import { internalUser, theCaseWith } from '#lib/testing/records.ts';
import { changeFromCase } from './from-case.ts';

const ava = internalUser('sn_customerservice_agent', 'itil');

test('REL-5, REL-17 · a change gets the words, the priority, the customer, the account and the item of the case', () => {
  const copied = { shortDescription: 'Slow line', description: 'Since ten.', priority: 3, impact: 2, urgency: 2 };
  const about = { accountId: 'boxeo', configurationItemId: 'router' };
  const fixed = { type: 'normal', state: 'new', category: 'Other', risk: 'moderate' };
  const values = { ...copied, ...about, callerId: 'cora', requestedById: 'ava', ...fixed };
  expect(changeFromCase(theCaseWith({ ...copied, ...about }), ava)).toEqual({ hint: null, values });
});

test('REL-17 · without a customer it is requested for the agent', () => {
  const proactive = theCaseWith({ contactId: null, proactive: true });
  expect(changeFromCase(proactive, ava).values.callerId).toBe('ava');
});
