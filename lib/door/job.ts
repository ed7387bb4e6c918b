import type { z } from 'zod';
import { type Actor, system } from '#lib/platform/actor.ts';
import { log } from '#lib/platform/log.ts';
import { withLogContext } from '#lib/platform/log-context.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** Result of a job: done, or refused by a rule. A refused job is not retried. */
export type JobResult<T> = { ok: true; done: T } | { ok: false; rule: string; because: string };

/**
 * ACC-5 · The entry point of work without a user: scheduled jobs and queued jobs. The actor is the product itself. An invalid
 * payload is our bug: the job fails, is retried and is kept. A refusal ends the job, because its record has changed since the
 * job was queued.
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
