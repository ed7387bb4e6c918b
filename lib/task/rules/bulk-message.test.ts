import { expect, it } from 'vitest';
import { type Bulk, bulkMessage, takingMessage, undoneMessage } from './bulk-message.ts';

const one = (number: string, from: string | null = null, opened = false) => ({ number, version: 2, from, opened });
const closed = { rule: 'CASE-5', because: 'The case is closed.' };
const mixed: Bulk = {
  assigned: [one('CS1', 'Rita Reader'), one('CS2', 'Pat Plain'), one('CS3', 'Rita Reader'), one('CS4', null, true)],
  already: ['CS5', 'CS6'],
  refused: [
    { number: 'CS7', ...closed },
    { number: 'CS8', rule: 'REC-3', because: 'Mia Manager changed it.' },
    { number: 'CS9', ...closed },
  ],
};

it('a bulk assignment says what was done, what was there already, and for each reason what was refused', () => {
  expect(bulkMessage(mixed, null)).toBe(
    '1 assigned to you, 3 taken from Rita Reader and Pat Plain, 2 were already yours · ' +
      '2 refused: The case is closed. (CS7, CS9) · 1 refused: Mia Manager changed it. (CS8)',
  );
});

it('a group is named, and nothing is said of what there is none', () => {
  const given: Bulk = { assigned: [one('CS1')], already: ['CS2'], refused: [] };
  expect(bulkMessage(given, 'Service Desk')).toBe('1 assigned to Service Desk, 1 was already with Service Desk');
  const none: Bulk = { assigned: [], already: [], refused: [{ number: 'CS1', ...closed }] };
  expect(bulkMessage(none, null)).toBe('1 refused: The case is closed. (CS1)');
});

it('the question names from whom how many are taken', () => {
  const taking = [
    { name: 'Rita Reader', count: 4 },
    { name: 'Pat Plain', count: 1 },
  ];
  expect(takingMessage(taking)).toBe('4 from Rita Reader and 1 from Pat Plain');
});

it('undoing says when, how many are back, which stay Open, and what was left alone', () => {
  const refused = [{ number: 'CS2', rule: 'REC-3', because: 'Changed since, and left as it is.' }];
  expect(undoneMessage({ undone: ['CS1', 'CS3', 'CS4'], refused }, mixed, '11:21')).toBe(
    'Undone at 11:21: 3 set back, 1 of them stays Open · 1 not set back: Changed since, and left as it is. (CS2)',
  );
  expect(undoneMessage({ undone: ['CS1'], refused: [] }, mixed, '11:21')).toBe('Undone at 11:21: 1 set back');
});
