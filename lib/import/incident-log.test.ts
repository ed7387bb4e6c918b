import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { aLog, aRow, parsedRow } from '#lib/testing/incident-log.ts';
import { caseFromLog, changeFromLog, commentFromLog, resolutionCodeOf } from './from-log.ts';
import { readIncidentLog } from './incident-log.ts';

async function read(text: string) {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'log-')), 'log.csv');
  writeFileSync(file, text);
  return Array.fromAsync(readIncidentLog(file));
}

const snapshot = {
  state: 'new',
  holdReason: null,
  impact: 2,
  urgency: 2,
  resolutionCode: null,
};

it('REC-5 · an invalid row is reported with its line, and the next rows are read', async () => {
  const entries = await read(
    aLog([
      aRow({}),
      aRow({ incident_state: 'Asleep' }),
      aRow({ opened_at: '31-02-2016 01:16' }),
      'too,short',
      aRow({ category: '"never closed' }),
      aRow({ impact: '9 - Odd' }),
      '',
      aRow({ number: '?' }),
      aRow({ category: '"Mail, slow"' }),
    ]),
  );
  expect(entries.map((entry) => [entry.line, 'wrong' in entry ? entry.wrong : entry.row.category])).toEqual([
    [2, 'Category 1'],
    [3, expect.stringContaining('incident_state is "Asleep"')],
    [4, 'opened_at is "31-02-2016 01:16", not a time like 29-02-2016 01:23'],
    [5, expect.stringContaining('has 2 values')],
    [6, 'has a quote that does not close'],
    [7, 'impact is not a rating from 1 to 3'],
    [9, 'number is unknown'],
    [10, 'Mail, slow'],
  ]);
});

it('a value over several lines is one value; an invalid row is reported with its first line', async () => {
  const text = aLog([
    aRow({ category: '"Mail,\nslow"' }),
    aRow({ category: '"Mail,\n\nslow"', impact: '9 - Odd' }),
    aRow({}),
  ]);
  const entries = await read(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(entries.map((entry) => [entry.line, 'wrong' in entry ? entry.wrong : entry.row.category])).toEqual([
    [2, 'Mail,\nslow'],
    [4, 'impact is not a rating from 1 to 3'],
    [7, 'Category 1'],
  ]);
});

it('REC-5 · a file that is not a log is refused completely', async () => {
  await expect(read('a,b\n1,2\n')).rejects.toThrow('lacks these columns: number, incident_state');
  await expect(read('')).rejects.toThrow('empty');
});

it('states of the log are states and hold reasons of ours; times are UTC', () => {
  const states = [
    ['New', 'new', null],
    ['Active', 'in_progress', null],
    ['Awaiting User Info', 'on_hold', 'awaiting_caller'],
    ['Awaiting Evidence', 'on_hold', 'awaiting_caller'],
    ['Awaiting Problem', 'on_hold', 'awaiting_problem'],
    ['Awaiting Vendor', 'on_hold', 'awaiting_vendor'],
    ['Resolved', 'resolved', null],
    ['Closed', 'closed', null],
  ] as const;
  for (const [theirs, state, holdReason] of states)
    expect(parsedRow({ incident_state: theirs }).incident_state).toEqual({ state, holdReason });
  expect(parsedRow({}).opened_at).toEqual(new Date('2016-02-29T01:16:00Z'));
});

it('INC-3 · unknown is no resolution, ours is ours, any other code is brought along', () => {
  expect(resolutionCodeOf(null)).toBe('no_resolution');
  expect(resolutionCodeOf('Known Error')).toBe('known_error');
  expect(resolutionCodeOf('code 5')).toBe('code 5');
});

it('a row that repeats the current values changes nothing', () => {
  expect(changeFromLog(parsedRow({}), snapshot)).toEqual({});
  expect(changeFromLog(parsedRow({ urgency: '1 - High' }), snapshot)).toEqual({ urgency: 1 });
  const resolved = parsedRow({ incident_state: 'Resolved', closed_code: 'code 5' });
  const change = { state: 'resolved', resolutionCode: 'code 5', resolutionNotes: 'Imported.' };
  expect(changeFromLog(resolved, snapshot)).toEqual(change);
  expect(changeFromLog(resolved, { ...snapshot, ...change })).toEqual({});
});

it('INC-1 · starting to wait for the caller adds a question; a repeated row does not', () => {
  const waits = parsedRow({ incident_state: 'Awaiting User Info' });
  expect(commentFromLog(waits, snapshot)).toBe('Imported: waiting for the caller.');
  expect(commentFromLog(waits, { ...snapshot, state: 'on_hold', holdReason: 'awaiting_caller' })).toBeUndefined();
  expect(commentFromLog(parsedRow({ incident_state: 'Awaiting Vendor' }), snapshot)).toBeUndefined();
});

it('the case gets its priority from the first row, and its text from the categories', () => {
  expect(caseFromLog(parsedRow({ priority: '2 - High', u_symptom: '?' }))).toEqual({
    shortDescription: 'Category 1, Subcategory 2',
    channel: 'phone',
    priority: 2,
  });
});
