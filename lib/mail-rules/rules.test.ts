import { describe, expect, it } from 'vitest';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Speaker, TaskEvent } from '#lib/record/event.ts';
import { changedFields } from '#lib/record/field-value.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { theCaseWith, theIncidentWith } from '#lib/testing/records.ts';
import { notifyRules } from './rules.ts';

const updated = (before: TaskRecord, record: TaskRecord): TaskEvent => ({
  type: 'updated',
  before,
  record,
  changed: new Set(changedFields(definitions[record.kind].fields, before, record)),
});

const commented = (record: TaskRecord, is: Speaker['is'] = 'internal'): TaskEvent => ({
  type: 'commented',
  record,
  entryId: 'entry',
  text: 'Words.',
  by: { name: 'Somebody', is, accountName: null },
});

const sent = (event: TaskEvent, beside: readonly TaskEvent[] = [event]) =>
  notifyRules
    .filter((rule) => rule.kinds.includes(event.record.kind) && rule.says(event, beside) !== null)
    .map((rule) => `${rule.event}: ${rule.to(event).join(', ')}`);

const open = theCaseWith({ state: 'open' });
const work = theIncidentWith({ state: 'in_progress' });

describe('recipients', () => {
  // The rows of MAIL-10, and events that send no email.
  it.each<[string, TaskEvent, string[]]>([
    ['an agent comments on a case', commented(open), ['comment for the customer: customer, watch list']],
    ['the system comments on a case', commented(open, 'system'), ['comment for the customer: customer, watch list']],
    [
      'a customer comments on an assigned case',
      commented(theCaseWith({ assignedToId: 'ava' }), 'customer'),
      ['comment by the customer: assigned or group'],
    ],
    [
      'a customer comments on an unassigned case',
      commented(open, 'customer'),
      ['comment by the customer: assigned or group'],
    ],
    ['a case is resolved', updated(open, { ...open, state: 'resolved' }), ['resolved or closed: customer, watch list']],
    ['a case is closed', updated(open, { ...open, state: 'closed' }), ['resolved or closed: customer, watch list']],
    ['a case is cancelled', updated(open, { ...open, state: 'cancelled' }), []],
    ['a case is opened', updated(theCaseWith(), open), []],
    [
      'a work note on a case',
      { type: 'noted', record: open, entryId: 'e', text: 'Psst' },
      ['work note: work notes list'],
    ],
    ['a case is assigned', updated(open, { ...open, assignedToId: 'ava' }), ['assignment: assigned']],
    [
      'an incident is opened',
      { type: 'created', record: work },
      ['assignment: assigned', 'created: caller, watch list'],
    ],
    ['an agent comments on an incident', commented(work), ['commented: caller, watch list']],
    [
      'an incident is put on hold',
      updated(work, { ...work, state: 'on_hold' }),
      ['on hold or resolved: caller, watch list'],
    ],
    [
      'an incident is resolved',
      updated(work, { ...work, state: 'resolved' }),
      ['on hold or resolved: caller, watch list'],
    ],
    ['an incident is closed', updated({ ...work, state: 'resolved' }, { ...work, state: 'closed' }), []],
    [
      'a customer adds a colleague',
      { type: 'shared', record: open, userId: 'carl', as: 'reader' },
      ['case shared: colleague'],
    ],
    ['an incident is associated', { type: 'associated', record: work, theCase: open }, ['associated: external caller']],
    ['the priority of an incident changes', updated(work, { ...work, priority: 1 }), []],
  ])('MAIL-10 · %s', (_what, event, expected) => {
    expect(sent(event)).toEqual(expected);
  });

  const resolutionNotes = 'The cable was replaced.';
  const ended = (state: string, addResolutionNotesToComments: boolean) =>
    updated(open, { ...open, state, resolutionNotes, addResolutionNotesToComments });
  const rule = notifyRules.find(({ event }) => event === 'resolved or closed');

  it.each(['resolved', 'closed'])(
    'CASE-2, MAIL-10 · a case that is %s with text for the customer sends one email with that text',
    (state) => {
      const beside = [ended(state, true), commented(open), commented(open, 'system')];
      expect(beside.flatMap((event) => sent(event, beside))).toEqual(['resolved or closed: customer, watch list']);
      expect(rule?.says(ended(state, true), beside)).toBe('Words.\n\nWords.');
      expect(rule?.facts?.(ended(state, true), beside)).toEqual({ state, answered: true, worded: true });
    },
  );

  it('CASE-2, MAIL-10 · notes that the customer cannot read are neither in the email nor announced', () => {
    const event = ended('resolved', false);
    expect(rule?.says(event, [event])).toBe('');
    expect(rule?.facts?.(event, [event])).toEqual({ state: 'resolved', answered: false, worded: false });
  });

  it('MAIL-10 · the customer’s final comment is sent to the agent as well', () => {
    const beside = [ended('closed', false), commented(open, 'customer')];
    expect(beside.flatMap((event) => sent(event, beside))).toEqual([
      'resolved or closed: customer, watch list',
      'comment by the customer: assigned or group',
    ]);
    expect(rule?.says(ended('closed', false), beside)).toBe('');
  });
});
