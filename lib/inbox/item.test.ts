import { expect, test } from 'vitest';
import { groupByRecord, type InboxItem, inboxSentence } from './item.ts';
import { notNotifiedMessage } from './not-notified-message.ts';
import { shownCount } from './shown-count.ts';

const line = (values: Partial<InboxItem> = {}): InboxItem => ({
  id: '1',
  at: '2026-11-20T08:00:00.000Z',
  unread: true,
  reason: 'mentioned',
  by: 'Ava Agent',
  number: 'CS0001001',
  entry: null,
  title: 'The line is down',
  state: null,
  solution: null,
  excerpt: null,
  others: 0,
  ...values,
});

test.each<[Partial<InboxItem>, string]>([
  [{}, 'Ava Agent mentioned you'],
  [{ reason: 'approval' }, 'Ava Agent requested your approval'],
  [{ reason: 'approval', others: 1 }, 'Ava Agent requested your approval, and 1 more record'],
  [{ reason: 'assigned', others: 2 }, 'Ava Agent assigned this to you, and 2 more records'],
  [{ reason: 'answered', by: 'Cora Customer' }, 'Cora Customer answered'],
  [{ reason: 'answered', by: 'Cora Customer', state: 'Closed' }, 'Cora Customer answered: Closed'],
  [{ reason: 'answered', by: 'Cora Customer', state: 'Open', excerpt: 'No.' }, 'Cora Customer answered'],
  [
    { reason: 'answered', by: 'Cora Customer', state: 'Open', solution: 'rejected', excerpt: 'No.' },
    'Cora Customer rejected the solution',
  ],
  [
    { reason: 'answered', by: 'Cora Customer', state: 'Closed', solution: 'accepted' },
    'Cora Customer accepted the solution',
  ],
  [{ reason: 'moved', state: 'Resolved' }, 'Ava Agent moved this to Resolved'],
  [{ reason: 'commented' }, 'Ava Agent commented'],
  [{ reason: 'noted' }, 'Ava Agent wrote a work note'],
])('inbox · an entry %j reads: %s', (values, sentence) => {
  expect(inboxSentence(line(values))).toBe(sentence);
});

test('inbox · entries of one record are grouped at the newest', () => {
  const lines = ['CS2', 'CS1', 'CS2', 'CS3'].map((number, at) => line({ id: String(at), number }));
  const groups = groupByRecord(lines).map(({ number, items }) => [number, items.map(({ id }) => id).join()]);
  expect(groups).toEqual([
    ['CS2', '0,2'],
    ['CS1', '1'],
    ['CS3', '3'],
  ]);
});

test('inbox · the number beside the bell has two digits at most', () => {
  expect([1, 99, 100].map(shownCount)).toEqual(['1', '99', '99+']);
});

test('inbox · people who could not be notified of a mention are named', () => {
  expect(notNotifiedMessage('CS0001001', [])).toBe('');
  expect(notNotifiedMessage('CS0001001', ['Rita Field'])).toBe('Rita Field cannot see CS0001001 and was not told.');
  const two = ['Rita Field', 'Vic Viewer'];
  expect(notNotifiedMessage('CS0001001', two)).toBe(
    'Rita Field and Vic Viewer cannot see CS0001001 and were not told.',
  );
});
