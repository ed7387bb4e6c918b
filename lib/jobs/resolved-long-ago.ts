import { db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';

const BATCH = 200;
const DAY = 24 * 3_600_000;

type Wanted = {
  kind: TaskKind;
  /** The property with the number of days; 0 turns the job off. */
  after: PropertyName;
  /** Excludes tasks `t`; `before` is the time by which the other records were resolved. */
  except?: (before: Date) => Prisma.Sql;
};

/** Q-16 · The numbers of all records that were resolved long enough ago, in batches by id. */
export async function* resolvedLongAgo(
  at: Date,
  { kind, after, except }: Wanted,
): AsyncGenerator<{ number: string }[]> {
  const days = integer(await readSettings(db()), after);
  if (days === 0) return;
  const before = new Date(at.getTime() - days * DAY);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await resolvedBefore(kind, before, last, except?.(before) ?? Prisma.sql`false`);
    if (batch.length > 0) yield batch.map(({ number }) => ({ number }));
    if (batch.length < BATCH) return;
    last = batch.at(-1)?.id ?? last;
  }
}

/** The next records by id. Excludes records of a log that is being replayed. */
function resolvedBefore(kind: TaskKind, before: Date, last: string, except: Prisma.Sql) {
  return db().$queryRaw<{ id: string; number: string }[]>`
    select t.id, t.number from tasks t
    where t.kind = ${kind}::task_kind and t.state = 'resolved' and t.resolved_at <= ${before} and t.id > ${last}::uuid
      and not (${except})
      and not exists (select from replay_progress p where p.number = t.correlation_id and not p.finished)
    order by t.id limit ${BATCH}`;
}
