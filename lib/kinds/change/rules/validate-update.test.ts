import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#lib/settings/settings.ts';
import { theChangeWith } from '#lib/testing/records.ts';
import { type Change, changeDefinition } from '../definition.ts';
import { type ChangeState, type ChangeType, changeMovesFrom, changeStates } from '../states.ts';
import { validateChange } from './validate-update.ts';

const states = Object.keys(changeStates) as ChangeState[];
const types: readonly ChangeType[] = ['normal', 'standard', 'emergency'];
const start = new Date('2026-12-05T20:00:00Z');
const end = new Date('2026-12-05T22:00:00Z');
const planned = { plannedStart: start, plannedEnd: end };
const ended = { closeCode: 'successful', closeNotes: 'It runs.', cancelReason: 'Not needed.' };
const everything = { ...planned, ...ended, approvalGroupId: 'board' };

const ofType = (type: ChangeType, values: Partial<Change> = {}) =>
  theChangeWith({ ...everything, type, templateId: type === 'standard' ? 'template' : null, ...values });

/** The path of each type. */
const ways: Readonly<Record<ChangeType, string>> = {
  normal: 'new assess authorize scheduled implement review closed',
  standard: 'new scheduled implement review closed',
  emergency: 'new authorize scheduled implement review closed',
};
const cancellable = ['new', 'assess', 'authorize', 'scheduled', 'implement'];

describe('a change moves', () => {
  for (const type of types)
    for (const from of states)
      for (const to of states.filter((state) => state !== from)) {
        const onTheWay = ways[type].includes(`${from} ${to}`);
        const allowed = onTheWay || (to === 'canceled' && cancellable.includes(from));
        it(`CHG-1, CHG-2 · ${type}, from ${from} to ${to}: ${allowed ? 'yes' : 'no'}`, () => {
          const before = ofType(type, { state: from, approval: 'approved' });
          expect(validateChange(before, { ...before, state: to }).ok).toBe(allowed);
        });
      }

  it.each(['assess', 'authorize'])(
    'CHG-1 · %s is left forward with approval only, by a rejection back to New',
    (from) => {
      for (const approval of ['not_requested', 'requested', 'rejected']) {
        const before = ofType('normal', { state: from, approval });
        const [next] = changeMovesFrom(before);
        expect(validateChange(before, { ...before, state: next ?? '' })).toMatchObject({ ok: false, rule: 'CHG-1' });
        expect(validateChange(before, { ...before, state: 'canceled' }).ok).toBe(true);
      }
      const asked = ofType('normal', { state: from, approval: 'requested' });
      expect(validateChange(asked, { ...asked, state: 'new', approval: 'rejected' }).ok).toBe(true);
      expect(validateChange(asked, { ...asked, state: 'new' }).ok).toBe(false);
    },
  );

  for (const type of types)
    for (const state of states)
      it(`CHG-1, CHG-2, CHG-3 · ${type} in ${state}: the offered moves are the accepted ones`, () => {
        for (const approval of ['not_requested', 'requested', 'approved', 'rejected'])
          for (const onHold of [false, true]) {
            const before = ofType(type, { state, approval, onHold, onHoldReason: onHold ? 'The part is late.' : '' });
            const taken = states.filter((to) => to !== state && validateChange(before, { ...before, state: to }).ok);
            // A rejection leads back to New automatically. Users can't choose it.
            const chosen = taken.filter((to) => to !== 'new');
            expect(changeDefinition.movesFrom(before, { settings: defaultSettings }).toSorted()).toEqual(
              chosen.toSorted(),
            );
          }
      });

  it('CHG-1 · a stage that asks is entered with a group to ask, and each stage asks anew', () => {
    const before = theChangeWith();
    const refused = validateChange(before, { ...before, state: 'assess' });
    expect(refused).toMatchObject({ ok: false, rule: 'CHG-1', field: 'approvalGroupId' });
    const context = { settings: defaultSettings } as Parameters<typeof changeDefinition.deriveFields>[2];
    const assessed = ofType('normal', { state: 'assess', approval: 'approved' });
    const proposed = { ...assessed, state: 'authorize' };
    expect(changeDefinition.deriveFields(assessed, proposed, context).approval).toBe('requested');
  });
});

describe('the approval group', () => {
  it.each(['assess', 'authorize'])(
    'CHG-1 · cannot change in %s until the requested approvers have answered',
    (state) => {
      for (const approval of ['not_requested', 'requested', 'approved', 'rejected']) {
        const before = ofType('normal', { state, approval });
        const waits = approval === 'requested';
        const locked = changeDefinition.readOnly(before, defaultSettings).approvalGroupId;
        for (const approvalGroupId of ['another board', null]) {
          const verdict = validateChange(before, { ...before, approvalGroupId });
          if (waits) expect(verdict).toMatchObject({ ok: false, ...locked, rule: 'CHG-1', field: 'approvalGroupId' });
          else expect(verdict.ok).toBe(true);
        }
        expect(locked !== undefined).toBe(waits);
        expect(validateChange(before, { ...before, risk: 'low' }).ok).toBe(true);
      }
    },
  );

  it('CHG-1, CHG-4 · of a standard change locks nothing that its template gives', () => {
    const locked = changeDefinition.readOnly(ofType('standard', { approval: 'requested' }), defaultSettings);
    expect(Object.keys(locked).toSorted()).toEqual(['approvalGroupId', 'category', 'risk', 'type']);
  });
});

describe('a change on hold', () => {
  const held = { onHold: true, onHoldReason: 'The part is late.' };

  it('CHG-3 · needs a reason', () => {
    const before = ofType('normal');
    const silent = validateChange(before, { ...before, onHold: true, onHoldReason: '  ' });
    expect(silent).toMatchObject({ ok: false, rule: 'CHG-3', field: 'onHoldReason' });
    expect(validateChange(before, { ...before, ...held }).ok).toBe(true);
  });

  for (const type of types)
    it.each(cancellable)(
      `CHG-3 · ${type} in %s is not moved by the save that puts it on hold, but canceled`,
      (state) => {
        const before = ofType(type, { state, approval: 'approved' });
        const reachable = states.filter(
          (to) => to !== state && validateChange(before, { ...before, ...held, state: to }).ok,
        );
        expect(reachable).toEqual(['canceled']);
        for (const next of changeMovesFrom(before).filter((to) => to !== 'canceled'))
          expect(validateChange(before, { ...before, ...held, state: next })).toMatchObject({ rule: 'CHG-3' });
      },
    );

  for (const type of types)
    it.each(cancellable)(`CHG-3 · ${type} in %s: the only move is Canceled, which clears the hold`, (state) => {
      const before = ofType(type, { state, approval: 'approved', ...held });
      const reachable = states.filter((to) => to !== state && validateChange(before, { ...before, state: to }).ok);
      expect(reachable).toEqual(['canceled']);
      const context = { settings: defaultSettings } as Parameters<typeof changeDefinition.deriveFields>[2];
      const after = changeDefinition.deriveFields(before, { ...before, state: 'canceled' }, context);
      expect(after).toMatchObject({ onHold: false, onHoldReason: '' });
    });
});

describe('the type of a change', () => {
  for (const from of types)
    for (const to of types.filter((type) => type !== from))
      it.each(states)(`CHG-4 · from ${from} to ${to} in %s`, (state) => {
        const before = ofType(from, { state });
        const after = { ...before, type: to };
        const allowed = state === 'new' && from !== 'standard' && to !== 'standard';
        expect(validateChange(before, after).ok).toBe(allowed);
      });

  for (const [from, to] of [
    ['normal', 'emergency'],
    ['emergency', 'normal'],
  ] as const)
    it.each(states)(`CHG-1, CHG-4 · from ${from} to ${to} and from New to %s in one save`, (state) => {
      const before = ofType(from);
      const after = { ...before, type: to, state };
      const allowed = ['new', 'canceled'].includes(state) || ways[to].startsWith(`new ${state}`);
      expect(validateChange(before, after)).toMatchObject(allowed ? { ok: true } : { ok: false, rule: 'REC-5' });
    });

  it('CHG-4 · later changes of the type are refused at the type field', () => {
    const before = ofType('normal', { state: 'assess', approval: 'approved' });
    const after = { ...before, type: 'emergency', state: 'authorize' };
    expect(validateChange(before, after)).toMatchObject({ ok: false, rule: 'CHG-4', field: 'type' });
  });

  it('CHG-4 · a standard change is created from a template only', () => {
    expect(validateChange(null, theChangeWith({ type: 'standard' }))).toMatchObject({ ok: false, rule: 'CHG-4' });
    expect(validateChange(null, ofType('standard')).ok).toBe(true);
    expect(changeDefinition.choicesNow?.(null)).toEqual({ type: ['normal', 'emergency'] });
  });
});

describe('window and end of a change', () => {
  it.each([
    ['the end before the start', { plannedStart: end, plannedEnd: start }, 'plannedEnd'],
    ['the end at the start', { plannedStart: start, plannedEnd: start }, 'plannedEnd'],
    ['no start', { plannedStart: null, plannedEnd: end }, 'plannedStart'],
    ['no end', { plannedStart: start, plannedEnd: null }, 'plannedEnd'],
  ])('CHG-5 · not scheduled with %s', (_what, window, field) => {
    const before = ofType('standard', window);
    expect(validateChange(before, { ...before, state: 'scheduled' })).toMatchObject({ rule: 'CHG-5', field });
  });

  it.each(['scheduled', 'implement', 'review', 'closed'])('CHG-5 · in %s the window stays planned', (state) => {
    const before = ofType('normal', { state });
    for (const field of ['plannedStart', 'plannedEnd'] as const) {
      // In Closed, a separate rule keeps all fields.
      const rule = state === 'closed' ? 'REC-5' : 'CHG-5';
      expect(validateChange(before, { ...before, [field]: null })).toMatchObject({ ok: false, rule });
      expect(validateChange(null, { ...before, [field]: null })).toMatchObject({ ok: false, rule: 'CHG-5', field });
    }
  });

  it.each([
    ['closeCode', null],
    ['closeNotes', ' '],
  ])('CHG-5 · not closed without %s', (field, value) => {
    const before = ofType('normal', { state: 'review' });
    const after = { ...before, state: 'closed', [field]: value };
    expect(validateChange(before, after)).toMatchObject({ ok: false, rule: 'CHG-5', field });
  });

  it('CHG-2 · not canceled without a reason', () => {
    const before = ofType('normal', { cancelReason: ' ' });
    const refused = validateChange(before, { ...before, state: 'canceled' });
    expect(refused).toMatchObject({ ok: false, rule: 'CHG-2', field: 'cancelReason' });
  });

  it.each(['closed', 'canceled'])('REC-5 · %s, it keeps its fields, but may be written into', (state) => {
    const over = ofType('normal', { state });
    expect(validateChange(over, over).ok).toBe(true);
    expect(validateChange(over, { ...over, risk: 'low' })).toMatchObject({ ok: false, rule: 'REC-5' });
  });
});
