import { expect, it } from 'vitest';
import { type Bulk, bulkMessage, reassignmentMessage, undoneMessage } from './bulk-message.ts';
import { assigned, became, received, watched } from './bulk-words.ts';

const one = (number: string, from: string | null = null, opened = false) => ({ number, version: 2, from, opened });
const closed = { rule: 'CASE-5', because: 'The case is closed.' };
const bulk = (of: Partial<Bulk>): Bulk => ({ done: [], already: [], refused: [], updatedCount: 0, ...of });
const mixed = bulk({
  done: [one('CS1', 'Rita Reader'), one('CS2', 'Pat Plain'), one('CS3', 'Rita Reader'), one('CS4', null, true)],
  already: ['CS5', 'CS6'],
  refused: [
    { number: 'CS7', ...closed },
    { number: 'CS8', rule: 'REC-3', because: 'Mia Manager changed it.' },
    { number: 'CS9', ...closed },
  ],
});

it('a bulk assignment reports done, unchanged, and refused records by reason', () => {
  expect(bulkMessage(mixed, assigned(null))).toBe(
    '1 assigned to you, 3 taken from Rita Reader and Pat Plain, 2 were already yours · ' +
      '2 refused: The case is closed. (CS7, CS9) · 1 refused: Mia Manager changed it. (CS8)',
  );
});

it('a group is named, and empty parts are omitted', () => {
  const given = bulk({ done: [one('CS1')], already: ['CS2'] });
  expect(bulkMessage(given, assigned('Service Desk'))).toBe(
    '1 assigned to Service Desk, 1 was already with Service Desk',
  );
  const none = bulk({ refused: [{ number: 'CS1', ...closed }] });
  expect(bulkMessage(none, assigned(null))).toBe('1 refused: The case is closed. (CS1)');
});

it('a priority, a state, texts and watching use the same wording', () => {
  const done = [{ number: 'CS1', version: 2 }];
  const two = [...done, { number: 'CS2', version: 2 }];
  expect(bulkMessage(bulk({ done, already: ['CS3', 'CS4'] }), became('case', '2 - High'))).toBe(
    '1 case set to 2 - High, 2 were already',
  );
  const refused = [{ number: 'CS3', ...closed }];
  expect(bulkMessage(bulk({ done: two, refused }), became('case', '2 - High'))).toBe(
    '2 cases set to 2 - High · 1 refused: The case is closed. (CS3)',
  );
  expect(bulkMessage(bulk({ done: two }), received('comment'))).toBe('2 received the comment');
  expect(bulkMessage(bulk({ done, already: ['CS2'] }), watched('watch list', true))).toBe(
    '1 added to your watch list, 1 was already there',
  );
  expect(bulkMessage(bulk({ done, already: ['CS2'] }), watched('watch list', false))).toBe(
    '1 taken off your watch list, 1 was not on it',
  );
});

it('SYNC-3 · the number of updated cases follows the result', () => {
  const done = [{ number: 'INC1', version: 2 }];
  const refused = [{ number: 'INC2', ...closed }];
  expect(bulkMessage(bulk({ done, refused, updatedCount: 3 }), became('incident', 'Resolved'))).toBe(
    '1 incident set to Resolved · 3 cases updated. · 1 refused: The case is closed. (INC2)',
  );
});

it('the confirmation lists the current assignees with counts', () => {
  const taking = [
    { name: 'Rita Reader', count: 4 },
    { name: 'Pat Plain', count: 1 },
  ];
  expect(reassignmentMessage(taking)).toBe('4 from Rita Reader and 1 from Pat Plain');
});

it('an undo reports the time, how many are restored, which stay Open, and which were skipped', () => {
  const refused = [{ number: 'CS2', rule: 'REC-3', because: 'Changed since, and left as it is.' }];
  expect(undoneMessage(bulk({ done: [one('CS1'), one('CS3'), one('CS4')], refused }), mixed, '11:21')).toBe(
    'Undone at 11:21: 3 set back, 1 of them stays Open · 1 not set back: Changed since, and left as it is. (CS2)',
  );
  expect(undoneMessage(bulk({ done: [one('CS1')] }), mixed, '11:21')).toBe('Undone at 11:21: 1 set back');
});

it('undoing a move mentions sent emails and updated cases, and groups skipped records by reason', () => {
  const left = ['CS2', 'CS3'].map((number) => ({ number, rule: 'REC-5', because: 'Closed is final.' }));
  const undone = bulk({ done: [one('CS1'), one('CS4')], refused: left, updatedCount: 2, mailCount: 1 });
  expect(undoneMessage(undone, mixed, '11:21')).toBe(
    'Undone at 11:21: 2 set back, 1 of them stays Open · 2 cases updated. · 1 email about it is not taken back. · ' +
      '2 not set back: Closed is final. (CS2, CS3)',
  );
  expect(undoneMessage(bulk({ mailCount: 3, done: [one('CS1')] }), mixed, '11:21')).toBe(
    'Undone at 11:21: 1 set back · 3 emails about it are not taken back.',
  );
});

it('undoing a watch names the list, and the records that were already so', () => {
  const taken = watched('watch list', false);
  expect(undoneMessage(bulk({ done: [one('CS1'), one('CS2')], already: ['CS3'] }), mixed, '11:21', taken)).toBe(
    'Undone at 11:21: 2 taken off your watch list, 1 was not on it',
  );
  expect(undoneMessage(bulk({ already: ['CS3'] }), mixed, '11:21', taken)).toBe('Undone at 11:21: 1 was not on it');
});
