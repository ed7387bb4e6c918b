import { expect, it } from 'vitest';
import { caseChannels } from '../case/choices.ts';
import { contactTypeByChannel, contactTypes, holdReasons, incidentResolutionCodes } from './choices.ts';

it('INC-1 · the hold reasons of an incident, and their external names', () => {
  expect(holdReasons.map(({ label, external }) => `${external} ${label}`).sort()).toEqual([
    '1 Awaiting Caller',
    '3 Awaiting Problem',
    '4 Awaiting Vendor',
    '5 Awaiting Change',
  ]);
});

it('INC-3 · the resolution codes, in their words and order', () => {
  expect(incidentResolutionCodes.map(({ label }) => label)).toEqual([
    'Duplicate',
    'Known error',
    'No resolution provided',
    'Resolved by caller',
    'Resolved by change',
    'Resolved by problem',
    'Resolved by request',
    'Solution provided',
    'Workaround provided',
    'User error',
  ]);
});

it.each([
  ['web', 'self-service'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['chat', 'virtual_agent'],
  ['social', 'self-service'],
  ['proactive', 'self-service'],
])('REL-5 · a case with channel %s creates an incident of contact type %s', (channel, contactType) => {
  expect(contactTypeByChannel[channel]).toBe(contactType);
  expect(contactTypes.map(({ value }) => value)).toContain(contactType);
});

it('REL-5 · every channel of a case has a contact type', () => {
  expect(Object.keys(contactTypeByChannel).sort()).toEqual(caseChannels.map(({ value }) => value).sort());
});
