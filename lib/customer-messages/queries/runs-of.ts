import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { markdownInTurns } from '#lib/text/markdown-in-turns.ts';
import type { RunProgress } from '../progress.ts';
import { describedMessage } from '../rules/fill-message.ts';
import { mayConfirm, mayResume, mayRetry, mayStop } from '../rules/run-moves.ts';
import type { NotifySource } from '../source.ts';
import { readableSource } from './readable-source.ts';
import { NOBODY } from './recipients-sql.ts';

/** How many runs of a record are shown; its journal has older ones. */
const SHOWN = 10;
const NAMED = 10;

type Row = Omit<RunProgress, 'html' | 'createdAt' | 'finishedAt' | 'leftOut' | 'failed' | 'may'> & {
  senderId: string;
  createdAt: Date;
  finishedAt: Date | null;
};

const readRuns = (sourceId: string) => db().$queryRaw<Row[]>`
  select n.id, n.state::text as state, n.text, n.sender_id as "senderId", s.name as sender, c.name as "confirmedBy",
         n.created_at as "createdAt", n.finished_at as "finishedAt", cases.counts as cases, people.counts as people, mails.counts as mails
  from notify_runs n join users s on s.id = n.sender_id left join users c on c.id = n.confirmed_by_id
  cross join lateral (
    select json_build_object('queued', count(*) filter (where state = 'queued'), 'told', count(*) filter (where state = 'told'),
      'skipped', count(*) filter (where state = 'skipped')) as counts from notify_cases where run_id = n.id) cases
  cross join lateral (
    select json_build_object('queued', count(*) filter (where state = 'queued'), 'mailed', count(*) filter (where state = 'mailed'),
      'skipped', count(*) filter (where state = 'skipped')) as counts from notify_people where run_id = n.id) people
  cross join lateral (
    select json_build_object('queued', count(*) filter (where m.status = 'queued' and not m.held),
      'stopped', count(*) filter (where m.status = 'queued' and m.held), 'sent', count(*) filter (where m.status = 'sent'),
      'failed', count(*) filter (where m.status = 'failed'), 'suppressed', count(*) filter (where m.status = 'suppressed')) as counts
    from notify_people p join mails m on m.id = p.mail_id where p.run_id = n.id) mails
  where n.source_id = ${sourceId}::uuid order by n.created_at desc, n.id desc limit ${SHOWN}`;

type LeftOut = RunProgress['leftOut'][number] & { runId: string };

const readLeftOut = (runIds: string[]) => db().$queryRaw<LeftOut[]>`
  select "runId", reason, count(*)::int as count, (array_agg(name order by name))[1:${NAMED}::int] as names
  from (
    select p.run_id as "runId", p.reason, u.name from notify_people p join users u on u.id = p.user_id
    where p.run_id = any(${runIds}::uuid[]) and p.state = 'skipped'
    union all
    select c.run_id, c.reason, t.number from notify_cases c join tasks t on t.id = c.case_id
    where c.run_id = any(${runIds}::uuid[]) and c.state = 'skipped'
    union all
    select c.run_id, ${NOBODY}, t.number from notify_cases c join tasks t on t.id = c.case_id
    where c.run_id = any(${runIds}::uuid[]) and c.state <> 'skipped' and not exists (
      select from notify_case_people p where p.run_id = c.run_id and p.case_id = c.case_id)
    union all
    select c.run_id, case n.state when 'stopped' then 'not notified, as it could not continue: ' else 'not notified yet, it is tried again: ' end || n.problem, t.number
    from notify_runs n join notify_cases c on c.run_id = n.id join tasks t on t.id = c.case_id
    where n.id = any(${runIds}::uuid[]) and n.problem <> '' and c.state = 'queued'
    union all
    select p.run_id, case n.state when 'stopped' then 'not emailed, as it could not continue: ' else 'not emailed yet, it is tried again: ' end || n.problem, u.name
    from notify_runs n join notify_people p on p.run_id = n.id join users u on u.id = p.user_id
    where n.id = any(${runIds}::uuid[]) and n.problem <> '' and p.state = 'queued'
    union all
    select p.run_id, m.reason, u.name from notify_people p join users u on u.id = p.user_id join mails m on m.id = p.mail_id
    where p.run_id = any(${runIds}::uuid[]) and m.status = 'suppressed') l
  group by "runId", reason order by count(*) desc, reason`;

type Failed = RunProgress['failed'][number] & { runId: string };

const readFailed = (runIds: string[]) => db().$queryRaw<Failed[]>`
  select n.id as "runId", f.name, f.address, f.error
  from unnest(${runIds}::uuid[]) n(id) cross join lateral (
    select u.name, m.address, m.last_error as error
    from notify_people p join mails m on m.id = p.mail_id join users u on u.id = p.user_id
    where p.run_id = n.id and m.status = 'failed' order by u.name limit ${NAMED}) f`;

/** NOT-3 · The messages about a record, latest first, in a fixed number of statements. */
export async function runsOf(actor: Actor, of: { kind: NotifySource; number: string }): Promise<RunProgress[]> {
  const rows = await readRuns((await readableSource(actor, of)).id);
  const ids = rows.map(({ id }) => id);
  const [leftOut, failed] = await Promise.all([readLeftOut(ids), readFailed(ids)]);
  const html = await Promise.all(rows.map(({ text }) => markdownInTurns(describedMessage(text))));
  return rows.map(({ senderId, createdAt, finishedAt, ...run }, n) => ({
    ...run,
    html: html[n] ?? '',
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    leftOut: leftOut.flatMap(({ runId, ...each }) => (runId === run.id ? [each] : [])),
    failed: failed.flatMap(({ runId, ...each }) => (runId === run.id ? [each] : [])),
    may: {
      stop: mayStop({ state: run.state, senderId }, run.mails.queued).ok,
      resume: mayResume({ state: run.state, senderId }).ok,
      confirm: mayConfirm({ state: run.state, senderId }, actor.id).ok,
      retry: mayRetry({ state: run.state, senderId }, run.mails.failed).ok,
    },
  }));
}
