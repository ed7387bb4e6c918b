import { expect, test } from 'vitest';
import {
  childEffectsMessage,
  childrenAffectedMessage,
  childrenReadMessage,
  childrenUpdatedMessage,
  childUpdatesMessage,
} from './children-message.ts';

const none = {
  updated: 0,
  released: 0,
  states: [],
  commented: false,
  emails: 0,
  toCustomers: 0,
  customers: 0,
  customer: null,
};
const toOne = { emails: 1, toCustomers: 1, customers: 1 };

test.each([
  [{}, ''],
  [{ updated: 1 }, 'This updates 1 child case.'],
  [{ updated: 4000 }, 'This updates 4,000 child cases.'],
  [
    { updated: 3, states: [{ label: 'Resolved', count: 1 }] },
    'This updates 3 child cases. 1 becomes Resolved. No customer is emailed.',
  ],
  [
    { updated: 4000, states: [{ label: 'Resolved', count: 3999 }], emails: 1200, toCustomers: 1200, customers: 1200 },
    'This updates 4,000 child cases. 3,999 become Resolved. This emails 1,200 customers.',
  ],
  [
    { updated: 2, commented: true, ...toOne, customer: 'Cora Customer' },
    'This updates 2 child cases. Their customers see the comment. Cora Customer will be emailed.',
  ],
  [
    { updated: 1, commented: true, ...toOne },
    'This updates 1 child case. Its customer sees the comment. This emails 1 customer.',
  ],
  [
    { updated: 3, emails: 5, toCustomers: 4, customers: 2 },
    'This updates 3 child cases. This sends 4 emails to 2 customers. 1 email goes to staff.',
  ],
  [{ released: 1 }, 'Its child case is released and becomes an independent case.'],
  [{ released: 12 }, 'Its 12 child cases are released and become independent cases.'],
])('SYNC-MAJ-1, MAJ-10 · %j: %s', (affected, message) => {
  expect(childUpdatesMessage({ ...none, ...affected })).toBe(message);
});

test('SYNC-MAJ-1, MAJ-10 · where the number of child cases is said already, only the rest is said', () => {
  expect(childEffectsMessage({ ...none, updated: 3 })).toBe('');
  expect(childEffectsMessage({ ...none, commented: true, states: [{ label: 'Resolved', count: 1 }] })).toBe('');
  expect(childEffectsMessage({ ...none, updated: 2, commented: true, ...toOne })).toBe(
    'Their customers see the comment. This emails 1 customer.',
  );
});

test('SYNC-MAJ-1 · a composer shows that customers see a comment', () => {
  expect([childrenUpdatedMessage(0), childrenUpdatedMessage(1)]).toEqual(['', 'This updates 1 child case.']);
  expect(childrenReadMessage(1)).toBe('This updates 1 child case. Its customer sees it.');
  expect(childrenReadMessage(2)).toBe('This updates 2 child cases. Their customers see it.');
});

test.each([
  [
    { updated: 4000, emails: 4000, toCustomers: 4000, customers: 4000 },
    '4,000 child cases updated. 4,000 customers emailed.',
  ],
  [{ updated: 1, ...toOne, customer: 'Cora Customer' }, '1 child case updated. Cora Customer emailed.'],
  [{ updated: 2 }, '2 child cases updated.'],
  [{ released: 2 }, '2 child cases released.'],
])('SYNC-MAJ-1, MAJ-10 · afterwards %j: %s', (affected, message) => {
  expect(childrenAffectedMessage({ ...none, ...affected })).toBe(message);
});
