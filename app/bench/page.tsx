import { notFound } from 'next/navigation';
import { db } from '#lib/platform/db.ts';

/** Q-3 · A page with one trivial query: the baseline to which the benchmark compares the case page. It has no other use. */
export default async function TrivialPage() {
  if (process.env.CASEBRIDGE_BENCH !== '1') notFound();
  const [row] = await db().$queryRaw<{ one: number }[]>`select 1 as one`;
  return <main id="main">{row?.one}</main>;
}
