import { expect, it } from 'vitest';
import { caseChannels, caseResolutionCodes } from './choices.ts';

it('CASE-6 · the resolution codes, in their words and order', () => {
  expect(caseResolutionCodes.map(({ label }) => label)).toEqual([
    'Solved – Fixed by support',
    'Solved – Workaround provided',
    'Solved – Fixed by closing related PRB',
    'Solved – Workaround provided based on open PRB',
    'Solved – Fixed by closing related Change Request',
    'Solved – Fixed by closing related Incident',
    'Solved – Related Request is Closed Complete',
    'Not solved – Not reproducible',
    'Not solved – No customer response',
    'Duplicate',
  ]);
});

it('a channel is exported under its own name', () => {
  expect(caseChannels.map(({ label, external }) => `${label} ${external}`)).toEqual([
    'Web web',
    'Phone phone',
    'Email email',
    'Chat chat',
    'Social social',
    'Proactive proactive',
  ]);
});
