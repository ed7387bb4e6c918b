import { describe, expect, it } from 'vitest';
import { theIncidentWith } from '#lib/testing/records.ts';
import { holdReasons, incidentResolutionCodes } from '../choices.ts';
import type { Incident } from '../definition.ts';
import { mayHold, resolutionIsProvided, validateIncident } from './validate-update.ts';

const inProgress = theIncidentWith({ state: 'in_progress' });
const onHold = (holdReason: string | null) => theIncidentWith({ state: 'on_hold', holdReason });
const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'The controller was restarted.' };

describe('an incident becomes another version of itself', () => {
  it('INC-1 · on hold needs a reason', () => {
    expect(mayHold(inProgress, onHold(null), { comment: 'Hello?' })).toMatchObject({
      ok: false,
      rule: 'INC-1',
      field: 'holdReason',
    });
  });

  for (const { value, label } of holdReasons) {
    const needsWords = value === 'awaiting_caller';
    it(`INC-1 · ${label} ${needsWords ? 'needs a question' : 'needs no comment'}`, () => {
      const silent = mayHold(inProgress, onHold(value), {});
      expect(silent).toMatchObject(needsWords ? { ok: false, rule: 'INC-1', field: 'comment' } : { ok: true });
      expect(mayHold(inProgress, onHold(value), { comment: 'Which floor?' }).ok).toBe(true);
    });
  }

  it('INC-1 · blanks are no question', () => {
    expect(mayHold(inProgress, onHold('awaiting_caller'), { comment: ' \n' }).ok).toBe(false);
  });

  it('INC-1 · an incident that already waits for the caller needs no second question; one that waited for somebody else does', () => {
    expect(mayHold(onHold('awaiting_caller'), onHold('awaiting_caller'), {}).ok).toBe(true);
    expect(mayHold(onHold('awaiting_vendor'), onHold('awaiting_caller'), {}).ok).toBe(false);
  });

  it('INC-1 · a new incident can be opened on hold under the same rule', () => {
    expect(validateIncident(null, onHold('awaiting_vendor'), {}).ok).toBe(true);
    expect(validateIncident(null, onHold(null), {}).ok).toBe(false);
  });

  for (const state of ['resolved', 'closed'])
    it.each<[string, Partial<Incident>, string | null]>([
      ['code and notes', solved, null],
      ['no code', { resolutionNotes: 'Done.' }, 'resolutionCode'],
      ['no notes', { resolutionCode: 'duplicate' }, 'resolutionNotes'],
      ['blank notes', { ...solved, resolutionNotes: '  ' }, 'resolutionNotes'],
    ])(`INC-3 · ${state} with %s`, (_with, values, field) => {
      const said = resolutionIsProvided(theIncidentWith({ state, ...values }));
      expect(said).toMatchObject(field ? { ok: false, rule: 'INC-3', field } : { ok: true });
    });

  it('INC-3 · an incident that is open needs neither', () => {
    expect(resolutionIsProvided(inProgress).ok).toBe(true);
    expect(incidentResolutionCodes.length).toBe(10);
  });

  it.each(['closed', 'canceled'])(
    'REC-5 · an incident that is %s keeps its fields, but may be written into',
    (state) => {
      const final = theIncidentWith({ state, ...solved });
      expect(validateIncident(final, { ...final, priority: 1 }, {})).toMatchObject({ ok: false, rule: 'REC-5' });
      expect(validateIncident(final, final, {}).ok).toBe(true);
    },
  );
});
