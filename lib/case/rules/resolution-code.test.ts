import { describe, expect, it } from 'vitest';
import { theCaseWith } from '#lib/testing/records.ts';
import type { RelatedOutcome } from '../code-checks.ts';
import { codeMatchesRecords, codeToCheck, proposedSolutions } from './resolution-code.ts';

const nothing: RelatedOutcome = {};

const ended = (number: string, state: string, values: Record<string, string | null> = {}) => ({
  number,
  state,
  stateLabel: state,
  values,
});

const withIncident = (state: string): RelatedOutcome => ({
  incident: [ended('INC0010001', state, { resolutionNotes: 'Restarted.' })],
});
const withProblem = (state: string, resolutionCode: string | null, workaround = ''): RelatedOutcome => ({
  problem: [ended('PRB0040001', state, { resolutionCode, workaround, fixNotes: 'More memory.' })],
});
const withChange = (state: string, closeCode: string | null): RelatedOutcome => ({
  change: [ended('CHG0030001', state, { closeCode, closeNotes: 'It runs.' })],
});
const withRequests = (...states: string[]): RelatedOutcome => ({
  request: states.map((state, at) => ended(`REQ001000${at + 1}`, state)),
});

/** CASE-6: code, related records, whether it is true; CASE-7: the suggested notes. */
const table: readonly [string, string, RelatedOutcome, boolean, string?][] = [
  ['fixed_by_incident', 'no incident', nothing, false],
  ['fixed_by_incident', 'an incident in progress', withIncident('in_progress'), false],
  ['fixed_by_incident', 'a canceled incident', withIncident('canceled'), false],
  ['fixed_by_incident', 'a resolved incident', withIncident('resolved'), true, 'Restarted.'],
  ['fixed_by_incident', 'a closed incident', withIncident('closed'), true, 'Restarted.'],
  ['fixed_by_problem', 'no problem', nothing, false],
  ['fixed_by_problem', 'a problem that is worked on', withProblem('fix_in_progress', null), false],
  ['fixed_by_problem', 'a problem closed with accepted risk', withProblem('closed', 'risk_accepted'), false],
  ['fixed_by_problem', 'a resolved problem', withProblem('resolved', 'fix_applied'), true, 'More memory.'],
  ['fixed_by_problem', 'a closed problem', withProblem('closed', 'fix_applied'), true, 'More memory.'],
  ['workaround_by_problem', 'no problem', nothing, false],
  ['workaround_by_problem', 'an open problem without workaround', withProblem('assess', null, ' '), false],
  ['workaround_by_problem', 'a closed problem with one', withProblem('closed', 'fix_applied', 'Restart it.'), false],
  ['workaround_by_problem', 'an open problem with one', withProblem('assess', null, 'Restart it.'), true],
  ['fixed_by_change', 'no change', nothing, false],
  ['fixed_by_change', 'a change in review', withChange('review', null), false],
  ['fixed_by_change', 'a canceled change', withChange('canceled', null), false],
  ['fixed_by_change', 'an unsuccessful change', withChange('closed', 'unsuccessful'), false],
  ['fixed_by_change', 'a successful change', withChange('closed', 'successful'), true, 'It runs.'],
  ['fixed_by_change', 'a change with issues', withChange('closed', 'successful_issues'), true, 'It runs.'],
  ['request_complete', 'no request', nothing, false],
  ['request_complete', 'an approved request', withRequests('approved'), false],
  ['request_complete', 'an incomplete one', withRequests('closed_incomplete', 'closed_rejected'), false],
  ['request_complete', 'one of two', withRequests('approved', 'closed_complete'), true, 'REQ0010002 is complete.'],
];

describe('the resolution code of a case', () => {
  it.each(table)('CASE-6, CASE-7 · %s with %s', (code, _what, related, isTrue, notes) => {
    expect(codeMatchesRecords(code, related)).toMatchObject(
      isTrue ? { ok: true } : { ok: false, rule: 'CASE-6', field: 'resolutionCode' },
    );
    const proposed = proposedSolutions(related).filter((each) => each.code === code);
    expect(proposed.map((each) => each.notes)).toEqual(notes === undefined ? [] : [notes]);
  });

  it.each([null, 'fixed_by_support', 'workaround', 'duplicate'])('CASE-6 · %s speaks of no record', (code) => {
    expect(codeMatchesRecords(code, nothing).ok).toBe(true);
  });
});

it.each([
  ['open', null, 'resolved', 'duplicate', 'duplicate', 'what is chosen'],
  ['open', 'duplicate', 'resolved', 'duplicate', 'duplicate', 'what was kept'],
  ['awaiting_info', 'duplicate', 'closed', 'duplicate', 'duplicate', 'what was kept'],
  ['new', null, 'closed', null, null, 'nothing without a code'],
  ['open', 'duplicate', 'cancelled', 'duplicate', null, 'nothing where it is cancelled'],
  ['open', 'duplicate', 'awaiting_info', 'duplicate', null, 'nothing on the way'],
  ['resolved', 'duplicate', 'closed', 'duplicate', null, 'nothing that stood in Resolved'],
  ['resolved', 'duplicate', 'closed', 'fixed_by_support', 'fixed_by_support', 'another than stood in Resolved'],
])('CASE-6 · from %s (%s) to %s (%s) is checked: %s, %s', (from, stood, to, resolutionCode, checked, _what) => {
  const before = theCaseWith({ state: from, resolutionCode: stood });
  expect(codeToCheck(before, { ...before, state: to, resolutionCode })).toBe(checked);
});
