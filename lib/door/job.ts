import type { z } from 'zod';
import { type Actor, system } from '#lib/platform/actor.ts';
import { log } from '#lib/platform/log.ts';
import { withLogContext } from '#lib/platform/log-context.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** What became of a job: done, or refused by a rule, which is no reason to try it again. */
export type JobResult<T> = { ok: true; done: T } | { ok: false; rule: string; because: string };

/**
 * ACC-5 · the one door of what runs without a person: scheduled jobs and those of the queue. The product itself acts. A
 * payload without its shape is a fault of ours: the job fails, is tried again and is kept. A refusal ends the job: its
 * record is no longer what it was when the job was queued.
 */
export function job<Schema extends z.ZodType, T>(
  name: string,
  shape: Schema,
  body: (actor: Actor, payload: z.output<Schema>) => Promise<T>,
): (payload: unknown) => Promise<JobResult<T>> {
  return (payload) =>
    withLogContext({ job: name }, async (): Promise<JobResult<T>> => {
      const input = await shape.parseAsync(payload);
      try {
        return { ok: true, done: await body(system, input) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { rule, because } = error;
        log.info({ rule, because, payload: input }, 'A job was refused');
        return { ok: false, rule, because };
      }
    });
}
