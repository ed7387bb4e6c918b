import { expect, it } from 'vitest';
import { wordsOfOrder } from './words-of-order.ts';

const titleOf = (names: readonly string[]) => {
  const offers = names.map((name) => ({ id: name, name }));
  const items = names.map((catalogItemId) => ({ catalogItemId, quantity: 1 }));
  return wordsOfOrder(null, items, offers).shortDescription;
};

it('REL-19 · the title of a request lists all its items, or the first ones that fit', () => {
  expect(titleOf(['Mouse', 'Screen'])).toBe('Mouse, Screen');
  const many = Array.from({ length: 12 }, (_, n) => `Item with a long name ${n}`);
  expect(titleOf(many)).toBe(`${many.slice(0, 3).join(', ')} and 9 more`);
  expect(titleOf(Array.from({ length: 4 }, (_, n) => `${n}${'x'.repeat(99)}`))).toHaveLength(160);
});
