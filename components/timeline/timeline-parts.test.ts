import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { countNew, newestWords, runLabel, timelineParts } from './timeline-parts.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const commentEntry = (id: string, at: string): TimelineEntry => ({
  id,
  at,
  by: 'Ava Agent',
  type: 'comment',
  html: id,
});
const changed = (id: string, at: string, by = 'Ava Agent'): TimelineEntry => ({
  id,
  at,
  by,
  type: 'change',
  lines: [],
});
const ruleNote = (id: string, at: string, number: string): TimelineEntry => ({
  id,
  at,
  by: 'Ian Itil',
  type: 'work_note',
  html: id,
  origin: { source: { number }, associated: true },
});
const mailed = (id: string, at: string): TimelineEntry => ({
  id,
  at,
  by: 'System',
  type: 'mail',
  subject: '',
  to: '',
  fate: '',
});

const NEVER = { lastVisit: null, opened: NOW };

const shape = (entries: readonly TimelineEntry[], folds = true) =>
  timelineParts(entries, { timeZone: 'UTC', now: NOW, folds, visit: NEVER }).map((part) =>
    part.type === 'run'
      ? part.entries.map(({ id }) => id)
      : part.type === 'day'
        ? part.at.toISOString().slice(0, 10)
        : part.id,
  );

describe('the parts of a timeline', () => {
  it('fold three or more system entries, never a user’s text', () => {
    const at = '2026-11-22T09:00:00Z';
    const quiet = [ruleNote('a', at, 'INC0010001'), changed('b', at), mailed('c', at)];
    expect(shape([commentEntry('1', at), ...quiet, commentEntry('2', at), changed('d', at), changed('e', at)])).toEqual(
      ['1', ['a', 'b', 'c'], '2', 'd', 'e'],
    );
    expect(shape(quiet, false)).toEqual(['a', 'b', 'c']);
    const question = {
      ...ruleNote('q', at, 'INC0010001'),
      origin: { source: { number: 'INC0010001' }, associated: true, asks: true },
    } as const;
    expect(shape([quiet[0] ?? question, question, ...quiet.slice(1)])).toEqual(['a', 'q', 'b', 'c']);
  });

  it('REC-2 · never fold state or hold changes of a related record', () => {
    const at = '2026-11-22T09:00:00Z';
    const moved = {
      ...ruleNote('m', at, 'INC0010001'),
      origin: { source: { number: 'INC0010001' }, associated: true, moved: true },
    } as const;
    expect(
      shape([ruleNote('a', at, 'INC0010001'), changed('b', at), mailed('c', at), moved, changed('d', at)]),
    ).toEqual([['a', 'b', 'c'], 'm', 'd']);
  });

  it('REC-2 · open what is new since the last visit, and hold it apart from what is not', () => {
    const [new1, new2, new3] = ['a', 'b', 'c'].map((id) => changed(id, '2026-11-22T09:00:00Z'));
    const old = ['d', 'e', 'f'].map((id) => changed(id, '2026-11-22T07:00:00Z'));
    const entries = [new1, new2, new3].flatMap((entry) => entry ?? []).concat(old);
    const visit = { lastVisit: '2026-11-22T08:00:00Z', opened: NOW };
    const runs = timelineParts(entries, { timeZone: 'UTC', now: NOW, folds: true, visit });
    expect(runs.map((part) => part.type === 'run' && [part.isNew, part.entries.length])).toEqual([
      [true, 3],
      [false, 3],
    ]);
  });

  it('begin each earlier day with its name, in the zone of the reader, and fold none over it', () => {
    const entries = [
      changed('a', '2026-11-22T00:30:00Z'),
      changed('b', '2026-11-22T00:20:00Z'),
      changed('c', '2026-11-21T23:50:00Z'),
    ];
    expect(shape(entries)).toEqual(['a', 'b', '2026-11-21', 'c']);
    const inBerlin = timelineParts(entries, { timeZone: 'Europe/Berlin', now: NOW, folds: true, visit: NEVER });
    expect(inBerlin.map(({ type }) => type)).toEqual(['run']);
  });

  it('keep the name of a run while newer entries join it', () => {
    const at = '2026-11-22T09:00:00Z';
    const idOf = (entries: TimelineEntry[]) =>
      timelineParts(entries, { timeZone: 'UTC', now: NOW, folds: true, visit: NEVER })[0]?.id;
    const run = [changed('b', at), changed('c', at), changed('d', at)];
    expect(idOf([changed('a', at), ...run])).toBe(idOf(run));
  });
});

it('a run says what is in it', () => {
  const at = '2026-11-22T09:00:00Z';
  const two = [ruleNote('a', at, 'INC0010001'), ruleNote('b', at, 'PRB0040001'), ruleNote('c', at, 'INC0010001')];
  expect(runLabel(two)).toBe('3 updates from INC0010001, PRB0040001');
  expect(runLabel([changed('a', at), changed('b', at), mailed('c', at)])).toBe('2 field changes by Ava Agent, 1 email');
  expect(runLabel([changed('a', at), changed('b', at, 'Ian Itil'), mailed('c', at)])).toBe('2 field changes, 1 email');
});

it('a run shows the newest words of a rule, as plain text', () => {
  const at = '2026-11-22T09:00:00Z';
  const newest = {
    ...ruleNote('a', at, 'INC0010001'),
    html: '<p><a href="/x">INC0010001</a> is\n&quot;On Hold&quot; &amp;lt;</p>',
  };
  expect(newestWords([changed('c', at), newest, ruleNote('b', at, 'INC0010001')])).toBe('INC0010001 is "On Hold" &lt;');
  expect(newestWords([changed('c', at)])).toBe('');
});

it('entries between the last visit and opening the page are new', () => {
  const entries = ['11:59', '11:30', '11:00', '10:00'].map((time) => commentEntry(time, `2026-11-22T${time}:00Z`));
  const opened = Date.parse('2026-11-22T11:45:00Z');
  expect(countNew(entries, { lastVisit: '2026-11-22T10:30:00Z', opened })).toBe(2);
  expect(countNew(entries, { lastVisit: null, opened })).toBe(0);
});
