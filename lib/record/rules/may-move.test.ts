import { describe, expect, it } from 'vitest';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { system } from '#lib/platform/actor.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { theChangeWith, theIncidentWith, theItemWith, theProblemWith, theRequestWith } from '#lib/testing/records.ts';
import type { TaskKind } from '../kind.ts';
import { finalRecordKeepsItsFields, mayMove } from './may-move.ts';

const states = {
  new: { label: 'New', tone: 'new', external: '1', phase: 'open' },
  over: { label: 'Closed Complete', tone: 'closed', external: '3', phase: 'final' },
} as const;

describe('the table of moves', () => {
  it.each([
    ['new', 'over', ['over'], null],
    ['over', 'over', [], null],
    ['over', 'new', [], 'A thing cannot go from Closed Complete to New.'],
    ['new', 'gone', ['over'], 'A thing cannot go from New to gone.'],
    ['gone', 'new', undefined, 'A thing cannot go from gone to New.'],
  ])('REC-5 · from %s to %s', (from, to, moves, because) => {
    const verdict = mayMove({ noun: 'A thing', states, moves }, from, to);
    expect(verdict).toEqual(because ? { ok: false, rule: 'REC-5', because, field: 'state' } : { ok: true });
  });
});

describe('a closed record', () => {
  it('REC-5 · keeps its fields, and the refusal names its state', () => {
    const over = { number: 'X1', state: 'over' };
    expect(finalRecordKeepsItsFields(states, over, over).ok).toBe(true);
    const because = 'X1 is Closed Complete and can no longer be changed.';
    expect(finalRecordKeepsItsFields(states, over, { ...over })).toEqual({ ok: false, rule: 'REC-5', because });
    const open = { number: 'X1', state: 'new' };
    expect(finalRecordKeepsItsFields(states, open, { ...open }).ok).toBe(true);
  });

  for (const record of [theIncidentWith(), theProblemWith(), theChangeWith(), theRequestWith(), theItemWith()]) {
    const definition = definitionOf<TaskKind>(record.kind);
    const over = Object.entries(definition.states).filter(([, { phase }]) => phase === 'final');
    it.each(over)(`REC-5 · ${record.kind}, %s`, (state, { label }) => {
      const before = { ...record, state };
      const update = { actor: system, at: new Date(0), journal: {}, settings: defaultSettings };
      const because = `${record.number} is ${label} and can no longer be changed.`;
      expect(definition.validateUpdate(before, { ...before, priority: 1 }, update)).toMatchObject({ because });
    });
  }
});
