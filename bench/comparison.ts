import { db } from '#lib/platform/db.ts';
import { median, timeOf } from './statistics.ts';

/** So often and so long both work before it counts: a server that has just begun compiles its code and plans its statements. */
const WARM_UP = { times: 5, milliseconds: 3_000 };

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
  const began = performance.now();
  for (let time = 0; time < WARM_UP.times || performance.now() - began < WARM_UP.milliseconds; time++) {
    await timed(product);
    await timed(bare);
  }
  // Tables that were counted when they were empty are read whole until they are counted again.
  await db().$executeRawUnsafe('analyze');
  await timed(product);
  await timed(bare);

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
