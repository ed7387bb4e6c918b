import { expect, it } from 'vitest';
import { LOOKUP_SWITCH, lookupIsOn, prioritiesByPair } from './computed-priority.ts';
import { priorityFor } from './priority.ts';
import { defaultSettings, type Settings } from './settings.ts';

it('INC-4, REL-6 · every pair of impact and urgency with the priority that follows, in words', () => {
  const { lookup } = defaultSettings;
  const byPair = prioritiesByPair((impact, urgency) => priorityFor(lookup, impact, urgency));
  expect(Object.keys(byPair)).toHaveLength(9);
  expect(byPair).toMatchObject({ '1 1': '1 - Critical', '1 2': '2 - High', '3 3': '5 - Planning' });
});

it('INC-4 · a pair without a row is left out', () => {
  expect(prioritiesByPair((impact, urgency) => (impact === urgency ? 3 : null))).toEqual({
    '1 1': '3 - Moderate',
    '2 2': '3 - Moderate',
    '3 3': '3 - Moderate',
  });
});

it('ADM-3 · the lookup is on until somebody turns it off', () => {
  const off: Settings = { ...defaultSettings, values: new Map([[LOOKUP_SWITCH, 'false']]) };
  expect([lookupIsOn(defaultSettings), lookupIsOn(off)]).toEqual([true, false]);
});
