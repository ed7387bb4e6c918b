import { describe, expect, it } from 'vitest';
import type { Speaker, TaskEvent } from '#lib/record/event.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { theCaseWith, theIncidentWith } from '#lib/testing/records.ts';
import type { Mention } from '#lib/write/command-context.ts';
import { noticesOf } from './rules.ts';

const speaker = (id: string, is: Speaker['is'] = 'internal') => ({ id, name: id, is, accountName: null });
const ian = speaker('ian');
const cora = speaker('cora', 'customer');

const updated = (before: TaskRecord, record: TaskRecord, ...changed: string[]): TaskEvent => ({
  type: 'updated',
  before,
  record,
  changed: new Set(changed),
});
const moved = (before: TaskRecord, record: TaskRecord) => updated(before, record, 'state');
const commented = (record: TaskRecord, by: Speaker): TaskEvent => ({
  type: 'commented',
  record,
  entryId: 'entry',
  text: 'Words.',
  by,
});

/** The notices with their recipients: "assigned > ava". */
const recipients = (event: TaskEvent, by = ian, mentions: Mention[] = []) =>
  noticesOf({ events: [event], mentions }, by).map(
    (notice) => `${notice.reason} > ${notice.to === 'person' ? notice.userId : notice.to}`,
  );

const unassigned = theCaseWith({ state: 'open' });
const avas = theCaseWith({ state: 'open', assignedToId: 'ava' });
const work = theIncidentWith({ state: 'in_progress' });

describe('inbox entries', () => {
  it.each<[string, TaskEvent, typeof ian, string[]]>([
    ['a case is assigned', updated(unassigned, avas, 'assignedToId'), ian, ['assigned > ava']],
    ['a case is taken by oneself', updated(unassigned, avas, 'assignedToId'), speaker('ava'), []],
    ['a case is taken away', updated(avas, unassigned, 'assignedToId'), ian, []],
    ['a case is made for somebody', { type: 'created', record: avas }, ian, ['assigned > ava']],
    ['a case is made for nobody', { type: 'created', record: unassigned }, ian, []],
    ['a customer comments', commented(avas, cora), cora, ['answered > ava', 'commented > watchers']],
    [
      'a customer comments on a case of nobody',
      commented(unassigned, cora),
      cora,
      ['answered > its group and who works its incident', 'commented > watchers'],
    ],
    [
      'a customer moves a case',
      moved(avas, { ...avas, state: 'closed' }),
      cora,
      ['answered > ava', 'moved > watchers'],
    ],
    ['staff comment', commented(avas, ian), ian, ['commented > watchers']],
    [
      'a customer comments on an incident',
      commented({ ...work, assignedToId: 'ian' }, cora),
      cora,
      ['commented > watchers'],
    ],
    [
      'a record moves to its end',
      moved(work, { ...work, state: 'resolved' }),
      ian,
      ['related > who works its cases', 'moved > watchers'],
    ],
    ['a record moves otherwise', moved(theIncidentWith({ state: 'new' }), work), ian, ['moved > watchers']],
    ['a record changes otherwise', updated(work, { ...work, urgency: 1 }, 'urgency'), ian, []],
    ['a work note', { type: 'noted', record: work, entryId: 'e', text: 'Psst' }, ian, ['noted > work notes list']],
    ['a work note by a rule', { type: 'noted', record: work, entryId: 'e', text: 'P', rules: ['SYNC-INC-1'] }, ian, []],
    ['an approval is asked', { type: 'approval-asked', record: work }, ian, ['approval > approvers']],
  ])('inbox · %s', (_what, event, by, expected) => {
    expect(recipients(event, by)).toEqual(expected);
  });

  it('inbox · a mention takes precedence over other reasons, and authors do not mention themselves', () => {
    const mentions = ['ava', 'ian'].map((userId) => ({ taskId: avas.id, entryId: 'entry', userId }));
    expect(recipients(commented(avas, ian), ian, mentions)).toEqual(['mentioned > ava', 'commented > watchers']);
  });
});
