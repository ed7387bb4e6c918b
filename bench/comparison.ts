import { db } from '#lib/platform/db.ts';
import { median, timeOf } from './statistics.ts';

const WARM_UP = 5;

/** One piece of work in two ways: by the product's own command, and by the bare SQL that writes the same rows. */
export type Comparison = {
  product: () => Promise<unknown>;
  bare: () => Promise<unknown>;
  /** What brings the record back to where both begin; its time does not count. */
  before?: () => Promise<unknown>;
  /** How many journal entries each of the two writes. */
  entries: number;
};

/** Lets both work by turns so many times; the medians in milliseconds. Refused: they wrote other rows than they should. */
export async function compare(comparison: Comparison, times: number): Promise<{ product: number; bare: number }> {
  const { product, bare, entries } = comparison;
  const timed = async (work: () => Promise<unknown>) => {
    await comparison.before?.();
    return timeOf(work);
  };
  for (let time = 0; time < WARM_UP; time++) {
    await timed(product);
    await timed(bare);
  }

  const before = await db().journalEntry.count();
  const took = { product: [] as number[], bare: [] as number[] };
  for (let time = 0; time < times; time++) {
    took.product.push(await timed(product));
    took.bare.push(await timed(bare));
  }
  const written = (await db().journalEntry.count()) - before;
  const expected = times * 2 * entries;
  if (written !== expected) throw new Error(`${written} journal entries were written instead of ${expected}.`);
  return { product: median(took.product), bare: median(took.bare) };
}
