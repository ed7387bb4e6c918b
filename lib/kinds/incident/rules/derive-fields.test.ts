import { describe, expect, it } from 'vitest';
import { computedPriority } from '#lib/settings/computed-priority.ts';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import { theIncidentWith } from '#lib/testing/records.ts';
import { holdReasonOf, stateAfterComment } from './derive-fields.ts';

const inactive: Settings = { ...defaultSettings, values: new Map([['com.snc.incident.data_lookup_active', 'false']]) };

describe('derived fields of a proposed incident', () => {
  // ADM-3: the ITIL matrix.
  it.each([
    [1, 1, 1],
    [1, 2, 2],
    [1, 3, 3],
    [2, 1, 2],
    [2, 2, 3],
    [2, 3, 4],
    [3, 1, 3],
    [3, 2, 4],
    [3, 3, 5],
  ])('INC-4, ADM-3 · impact %i and urgency %i make priority %i', (impact, urgency, priority) => {
    const proposed = theIncidentWith({ impact, urgency, priority: 4 });
    expect(computedPriority(null, proposed, defaultSettings)).toBe(priority);
    expect(computedPriority(null, proposed, inactive)).toBe(4);
  });

  it('INC-4, REL-6 · a priority that was stored as shown stays until impact or urgency changes', () => {
    const before = theIncidentWith({ impact: 3, urgency: 3, priority: 2 });
    expect(computedPriority(before, { ...before }, defaultSettings)).toBe(2);
    expect(computedPriority(before, { ...before, priority: 1 }, defaultSettings)).toBe(2);
    expect(computedPriority(before, { ...before, urgency: 2 }, defaultSettings)).toBe(4);
  });

  it('INC-4 · a pair without an active row keeps the priority', () => {
    const lookup = defaultSettings.lookup.map((row) => ({ ...row, active: row.impact !== 1 }));
    expect(computedPriority(null, theIncidentWith({ impact: 1, priority: 4 }), { ...defaultSettings, lookup })).toBe(4);
  });

  it.each(['new', 'in_progress', 'resolved', 'closed', 'canceled'])('INC-1 · %s has no hold reason', (state) => {
    expect(holdReasonOf(theIncidentWith({ state, holdReason: 'awaiting_vendor' }))).toBeNull();
  });

  it('INC-1 · on hold keeps its reason', () => {
    expect(holdReasonOf(theIncidentWith({ state: 'on_hold', holdReason: 'awaiting_vendor' }))).toBe('awaiting_vendor');
  });

  const waiting = theIncidentWith({ state: 'on_hold', holdReason: 'awaiting_caller' });
  const vendor = theIncidentWith({ state: 'on_hold', holdReason: 'awaiting_vendor' });

  it.each([
    ['the caller answers', waiting, waiting, true, 'in_progress'],
    ['somebody else speaks', waiting, waiting, false, 'on_hold'],
    ['the caller speaks while the vendor is awaited', vendor, vendor, true, 'on_hold'],
    ['the caller speaks while it is put on hold', theIncidentWith(), waiting, true, 'on_hold'],
    ['the caller answers while it is resolved', waiting, theIncidentWith({ state: 'resolved' }), true, 'resolved'],
    ['the caller answers while the reason changes', waiting, vendor, true, 'on_hold'],
  ] as const)('INC-2 · %s', (_what, before, proposed, callerSpeaks, state) => {
    expect(stateAfterComment(before, proposed, callerSpeaks)).toBe(state);
  });
});
