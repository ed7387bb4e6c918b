import { type Actor, system } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { PropertyName } from '#lib/property/properties.ts';
import { integer, readSettings } from '#lib/property/settings.ts';
import type { TaskKind } from '#lib/task/kind.ts';

const BATCH = 200;
const DAY = 24 * 3_600_000;

type Work = {
  kind: TaskKind;
  /** After how many days: 0 turns the clock off. */
  after: PropertyName;
  command: (actor: Actor, input: { number: string }) => Promise<unknown>;
  /** What is not to be looked at besides, of the task `t`. */
  except?: Prisma.Sql;
};

/**
 * Q-16 · Has a command of the clock done to every record that has been resolved for long enough. Each command asks again
 * under its lock, so that two runs at once do nothing twice. Answers how many were done. A record that fails leaves the
 * others alone.
 */
export async function eachResolvedLongAgo(at: Date, { kind, after, command, except }: Work): Promise<number> {
  const days = integer(await readSettings(db()), after);
  if (days === 0) return 0;
  const before = new Date(at.getTime() - days * DAY);
  const failures: unknown[] = [];
  let done = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await resolvedBefore(kind, before, last, except ?? Prisma.sql`false`);
    for (const { id, number } of batch) {
      last = id;
      await command(system, { number }).then(
        () => done++,
        (error: unknown) => error instanceof Refusal || failures.push(error),
      );
    }
    if (batch.length < BATCH) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} records could not be worked on.`);
  return done;
}

/** The next records by id. Those of a log that is being replayed are left alone. */
function resolvedBefore(kind: TaskKind, before: Date, last: string, except: Prisma.Sql) {
  return db().$queryRaw<{ id: string; number: string }[]>`
    select t.id, t.number from tasks t
    where t.kind = ${kind}::task_kind and t.state = 'resolved' and t.resolved_at <= ${before} and t.id > ${last}::uuid
      and not (${except})
      and not exists (select from replay_progress p where p.number = t.correlation_id and not p.finished)
    order by t.id limit ${BATCH}`;
}
