import { db } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';

/** A fault says no more than its first line to who looks at the page of health. */
const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .trim()
    .split('\n')[0] ?? '';

/** ADM-11 · Runs a job of the clock and keeps when that was and what came of it. The job does not fail because of that. */
export async function keepLastRun(name: string, run: () => Promise<string>): Promise<void> {
  const begun = { startedAt: new Date(), finishedAt: null, result: '', error: '' };
  await keep(name, begun);
  try {
    const result = await run();
    await keep(name, { ...begun, finishedAt: new Date(), result });
  } catch (error) {
    await keep(name, { ...begun, finishedAt: new Date(), error: firstLine(error) || 'It failed.' });
    throw error;
  }
}

async function keep(name: string, run: { startedAt: Date; finishedAt: Date | null; result: string; error: string }) {
  try {
    await db().jobRun.upsert({ where: { name }, create: { name, ...run }, update: run });
  } catch (err) {
    log.warn({ err }, 'The last run of a job was not kept');
  }
}
