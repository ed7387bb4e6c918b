import { db } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';

/** The health page shows only the first line of an error. */
const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .trim()
    .split('\n')[0] ?? '';

/** ADM-11 · Runs a scheduled job and stores the time and the result. A failure to store them does not fail the job. */
export async function recordLastRun(name: string, run: () => Promise<string>): Promise<void> {
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
