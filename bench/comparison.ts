import { db } from '#lib/platform/db.ts';
import { median, timeOf } from './statistics.ts';

/** Minimum warm-up of both: a server that has just started still compiles its code and plans its statements. */
const WARM_UP = { times: 5, milliseconds: 3_000 };

/** The same work done in two ways: by the product's own command, and by bare SQL that writes the same rows. */
export type Comparison = {
  product: () => Promise<unknown>;
  bare: () => Promise<unknown>;
  /** Resets the record before each run; not timed. */
  before?: () => Promise<unknown>;
  /** How many journal entries each of the two writes. */
  entries: number;
};

/** Runs both in turn, `times` times each, and returns the medians in milliseconds. Throws if the number of entries is wrong. */
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
  // Without fresh statistics, PostgreSQL scans tables that were empty at the last analyze sequentially.
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
