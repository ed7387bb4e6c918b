import type { z } from 'zod';
import { type Actor, system } from '#lib/platform/actor.ts';
import { log } from '#lib/platform/log.ts';
import { withLogContext } from '#lib/platform/log-context.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** What became of a job: done, or refused by a rule, which is no reason to try it again. */
export type JobResult<T> = { ok: true; done: T } | { ok: false; rule: string; because: string };

/**
 * The one door of what nobody clicks: jobs of the clock and of the queue. The product itself acts; what it was told has its
 * shape, or the job fails like by any fault of ours, and is kept. A refusal ends it: the record is no longer what it was.
 */
export function job<Schema extends z.ZodType, T>(
  name: string,
  shape: Schema,
  body: (actor: Actor, payload: z.output<Schema>) => Promise<T>,
): (payload: unknown) => Promise<JobResult<T>> {
  return (payload) =>
    withLogContext({ job: name }, async (): Promise<JobResult<T>> => {
      const told = await shape.parseAsync(payload);
      try {
        return { ok: true, done: await body(system, told) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { rule, because } = error;
        log.info({ rule, because, payload: told }, 'A job was refused');
        return { ok: false, rule, because };
      }
    });
}
