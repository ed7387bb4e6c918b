import { type Db, db } from '#lib/platform/db.ts';
import type { RecordSnapshot } from './from-log.ts';

/** How far a log's number has been replayed, and its records. */
export type Replayed = {
  ordinal: number;
  caseNumber: string | null;
  incident: (RecordSnapshot & { number: string; version: number; priority: number }) | null;
};

/** The progress of a number; null if it has none. */
export async function replayedSoFar(number: string): Promise<Replayed | null> {
  const [row] = await db().$queryRaw<Replayed[]>`
    select p.ordinal,
      (select number from tasks where kind = 'case' and correlation_id = p.number) as "caseNumber",
      (select json_build_object('number', t.number, 'version', t.version, 'priority', t.priority, 'state', t.state,
              'impact', t.impact, 'urgency', t.urgency, 'holdReason', i.hold_reason, 'resolutionCode', i.resolution_code)
       from tasks t join incidents i using (id) where t.kind = 'incident' and t.correlation_id = p.number) as incident
    from replay_progress p where p.number = ${number}`;
  return row ?? null;
}

/** Stores the last replayed row, in the transaction that replayed it. */
export async function writeProgress(tx: Db, number: string, ordinal: number): Promise<void> {
  await tx.$executeRaw`
    insert into replay_progress (number, ordinal) values (${number}, ${ordinal})
    on conflict (number) do update set ordinal = excluded.ordinal, finished = false`;
}

/** Ends the replay: stores the last rows of these numbers, and lets scheduled jobs process their records. */
export async function finishReplay(ordinals: ReadonlyMap<string, number>): Promise<void> {
  await db().$executeRaw`
    update replay_progress p set ordinal = l.ordinal, finished = true
    from unnest(${[...ordinals.keys()]}::text[], ${[...ordinals.values()]}::int[]) as l(number, ordinal)
    where p.number = l.number and (p.ordinal, p.finished) is distinct from (l.ordinal, true)`;
}
