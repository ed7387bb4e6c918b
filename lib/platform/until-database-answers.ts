import { setTimeout as wait } from 'node:timers/promises';
import { isAway } from './database-error.ts';
import { isStopping } from './lifecycle.ts';
import { log } from './log.ts';

/** In milliseconds. */
const PAUSE = { first: 250, longest: 5_000 };

/**
 * Q-11, MAIL-12 · Records an external effect that would be repeated if it were lost: while the database is down, retries
 * until the process ends. A retried `work` may already have been written.
 */
export async function untilDatabaseAnswers<T>(work: () => Promise<T>): Promise<T> {
  for (let pause = PAUSE.first; ; pause = Math.min(2 * pause, PAUSE.longest)) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || isStopping()) throw error;
      log.warn({ err: error }, 'The database is away: what is to be written waits for it');
      await wait(pause);
    }
  }
}
