import { expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { countMailed } from './count-mailed.ts';

const w = await world();

it('MAIL-10 · customers are counted once each, without the author', async () => {
  const ids = [await aCase(w), await aCase(w), await aCase(w, { contactId: w.fiona.id })].map(({ id }) => id);
  expect(await countMailed(db(), w.ava, ids)).toBe(2);
  expect(await countMailed(db(), w.cora, ids)).toBe(1);
  expect(await countMailed(db(), w.ava, [])).toBe(0);
});
