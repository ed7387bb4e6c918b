import { describe, expect, it } from 'vitest';
import { theIncidentWith } from '#lib/testing/records.ts';
import { type FieldMap, mapDirections } from '../mapping.ts';
import { chooseMap } from './choose-map.ts';
import { mapFits } from './map-fits.ts';

const direction = mapDirections.proactive_case;

const map = (name: string, values: Partial<FieldMap> = {}): FieldMap => ({
  id: name,
  name,
  conditions: '',
  position: 0,
  active: true,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  ...values,
});

const incident = theIncidentWith({ impact: 1, urgency: 2, priority: 2 });

describe('ADM-4 · the map that fills a record', () => {
  it.each<[string, FieldMap[], string | null, Record<string, string>]>([
    ['none where there is none', [], null, {}],
    ['the only one', [map('a')], 'a', {}],
    [
      'the one with the highest order',
      [map('low', { position: 10 }), map('high', { position: 20 }), map('zero')],
      'high',
      { low: 'high has a higher order.', zero: 'high has a higher order.' },
    ],
    [
      'of the same order the older one, wherever it stands',
      [map('a', { createdAt: new Date('2026-02-01T00:00:00Z') }), map('b')],
      'b',
      { a: 'b has the same order and is older.' },
    ],
    ['no inactive one', [map('off', { position: 90, active: false }), map('on')], 'on', { off: 'It is not active.' }],
    ['none where all are inactive', [map('off', { active: false })], null, { off: 'It is not active.' }],
    [
      'one whose conditions all hold',
      [map('both', { position: 20, conditions: 'impact=1,urgency=2' }), map('any')],
      'both',
      { any: 'both has a higher order.' },
    ],
    [
      'not one of whose conditions a single one fails',
      [map('both', { position: 20, conditions: 'impact=1,urgency=1' }), map('any')],
      'any',
      { both: 'Urgency is 2 - Medium, not 1 - High.' },
    ],
    [
      'not one whose condition is about a field that is gone',
      [map('old', { position: 20, conditions: 'mood=1' }), map('any')],
      'any',
      { old: 'mood is empty, not 1.' },
    ],
  ])('is %s', (_what, maps, name, because) => {
    const { chosen, others } = chooseMap(direction.conditionFields, maps, incident);
    expect(chosen?.name ?? null).toBe(name);
    expect(Object.fromEntries(others.map((each) => [each.map.name, each.because]))).toEqual(because);
  });
});

describe('ADM-4 · the conditions of a map', () => {
  it.each([
    ['', null],
    ['impact=1,priority=5', null],
    ['mood=1', 'Conditions are about fields of the record.'],
    ['impact=4', 'Impact cannot be "4".'],
    ['impact=1,impact=2', 'A field has one condition at most.'],
  ])('"%s": %s', (conditions, because) => {
    const verdict = mapFits(direction, conditions);
    expect(verdict.ok ? null : verdict.because).toBe(because);
  });
});
