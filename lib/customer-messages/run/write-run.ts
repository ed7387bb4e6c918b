import type { Db } from '#lib/platform/db.ts';
import { hiddenFromWatchers } from '../queries/may-see.ts';
import { recipientsSql } from '../queries/recipients-sql.ts';
import type { SelectedCase } from '../queries/select-cases.ts';

/** `answers`: NOT-8, the run answers replies in these cases. */
type NewRun = { id: string; sourceId: string; text: string; senderId: string; at: Date; answers?: boolean };

/** A started run with the number of its cases and people; `skipped`: the numbers of closed cases. */
export type Started = {
  runId: string;
  state: 'running' | 'waiting';
  cases: number;
  people: number;
  unreachable: number;
  skipped: string[];
};

/** NOT-1 to NOT-3, NOT-6 · Stores a run with its cases and people, each person once, and why people are left out. */
export async function writeRun(
  tx: Db,
  { id, sourceId, text, senderId, at, answers = false }: NewRun,
  cases: readonly SelectedCase[],
  waits: (people: number) => boolean,
): Promise<Started> {
  const ids = cases.map((each) => each.id);
  await tx.notifyRun.create({ data: { id, sourceId, text, senderId, createdAt: at, answers, state: 'stopped' } });
  await tx.$executeRaw`
    insert into notify_cases (run_id, case_id, state, reason)
    select ${id}::uuid, t.id, (case when t.active then 'queued' else 'skipped' end)::notify_case_state,
           case when t.active then '' else 'the case is over' end
    from tasks t where t.id = any(${ids}::uuid[])`;
  const reach = { caseIds: ids, senderId };
  const reached = recipientsSql(reach, await hiddenFromWatchers(tx, reach));
  const [count] = await tx.$queryRaw<{ people: number; unreachable: number }[]>`
    with ${reached},
    written as (
      insert into notify_people (run_id, user_id, state, reason)
      select ${id}::uuid, p.id, (case when p.reason = '' then 'queued' else 'skipped' end)::notify_person_state, p.reason
      from people p returning state)
    select (count(*) filter (where state = 'queued'))::int as people,
           (count(*) filter (where state = 'skipped'))::int as unreachable from written`;
  await tx.$executeRaw`
    with ${reached}
    insert into notify_case_people (run_id, case_id, user_id)
    select ${id}::uuid, case_id, user_id from reached`;
  const { people = 0, unreachable = 0 } = count ?? {};
  const state = waits(people) ? 'waiting' : 'running';
  await tx.notifyRun.update({ where: { id }, data: { state } });
  const skipped = cases.filter(({ active }) => !active).map(({ number }) => number);
  return { runId: id, state, cases: cases.length - skipped.length, people, unreachable, skipped };
}
