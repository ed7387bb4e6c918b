import { inDatabase } from '../scripts/in-database.ts';
import { changeState } from './change-state.ts';
import { type Comparison, compare } from './comparison.ts';
import { freshDatabase } from './database.ts';
import { incidentComment } from './incident-comment.ts';
import { manyRecords } from './many-records.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { rounded } from './statistics.ts';

const TARGET_RATIO = 1.5;
const SIZES = [
  { cases: 10, times: 61 },
  { cases: 100, times: 61 },
  { cases: 1_000, times: 31 },
  { cases: 10_000, times: 15 },
];
const FIXED = 10_000;
const CAUSED = 100;
const CHANGES = 15;
const MANY = 10_000;

const words = (count: number) => count.toLocaleString('en');

/** · Updates of many cases at once: the product's own commands against bare SQL, in turn in one run. */
export async function fanOut(): Promise<Figure[]> {
  const url = await freshDatabase('bench_fan_out');
  const ian = await aPerson('Ian Itil', ['itil']);
  return inDatabase(url, async (client) => {
    const figures: Figure[] = [];
    for (const { cases, times } of SIZES) {
      const what = `a comment on an incident with ${words(cases)} cases`;
      const comparison = await incidentComment(client, ian, cases);
      figures.push(await figure(`Q-1 ${String(cases).padStart(5)}`, what, comparison, times));
    }
    const what = `a change begins that fixes ${words(FIXED)} cases and caused ${CAUSED}`;
    const comparison = await changeState(client, ian, FIXED, CAUSED);
    figures.push(await figure('Q-1 change', what, comparison, CHANGES));
    const many = await manyRecords(client, ian, MANY);
    figures.push(
      await figure('Q-18', `${words(MANY)} cases get two fields, a state and a comment each`, many, CHANGES),
    );
    return figures;
  });
}

async function figure(id: string, what: string, comparison: Comparison, times: number): Promise<Figure> {
  const { product, bare } = await compare(comparison, times);
  const ratio = product / bare;
  return {
    id,
    what,
    measured: `${rounded(product)} ms, bare SQL ${rounded(bare)} ms, ratio ${ratio.toFixed(2)}`,
    asked: `ratio at most ${TARGET_RATIO}`,
    met: ratio <= TARGET_RATIO,
    because: `a command takes ${rounded(product - bare)} ms longer than bare SQL whatever it tells: settings, rules, outbox and announcement, each a question to the database`,
    values: { entries: comparison.entries, product, bare, ratio },
  };
}
