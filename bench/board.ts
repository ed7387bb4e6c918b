import { board } from '#lib/board/queries/board.ts';
import { boardPage } from '#lib/board/queries/board-page.ts';
import { findMajor } from '#lib/board/queries/find-major.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { startRun } from '#lib/notify-customers/commands/start-run.ts';
import { messageRuns } from '#lib/notify-customers/run/message-runs.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { wideOutage } from '#lib/platform/testing/wide-outage.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import { freshDatabase } from './database.ts';
import { aPerson, writeCases } from './populate.ts';
import type { Figure } from './report.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

const CHILDREN = 4_000;
const TIMES = 30;
const ASKED_MS = 300;

type Person = Awaited<ReturnType<typeof aPerson>>;

/** MAJ-9 · The board of a major case with 4,000 children that were told; one in ten answered, three in ten are resolved. */
export async function majorCaseBoard(): Promise<Figure[]> {
  await freshDatabase('bench_board');
  const mia = await aPerson('Mia Manager', ['sn_customerservice_manager', 'sn_customerservice_agent', 'itil']);
  const { number } = await aFamily(mia);
  await tellAll(mia, number);
  await answerAndResolve();
  await db().$executeRawUnsafe('vacuum analyze');
  const { figures } = await board(mia, { number });
  if (figures.counts.all !== CHILDREN || figures.told !== CHILDREN || figures.counts.waiting !== CHILDREN / 10)
    throw new Error(`The board says ${JSON.stringify(figures)}.`);
  const page = async (filter: 'all' | 'waiting') =>
    boardPage(mia, await findMajor(mia, number), { filter, after: null });
  return [
    await figure('figures', () => board(mia, { number })),
    await figure('first page', () => page('all')),
    await figure('first page of those who wait', () => page('waiting')),
  ];
}

/** Each child is of an account of its own, with a contact. */
async function aFamily(mia: Person): Promise<{ number: string }> {
  await wideOutage(CHILDREN);
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const { id, number } = await openMajorCase(mia, { as: 'major case', values });
  const incident = await createTask(mia, { kind: 'incident', values: { shortDescription: 'Payments fail' } });
  await writeCases(CHILDREN, { incidentId: incident.id });
  await db().$executeRaw`
    with child as (select id, row_number() over (order by id) as place from cases where incident_id = ${incident.id}::uuid),
    person as (select id, account_id, row_number() over (order by id) as place from contacts)
    update tasks t set account_id = p.account_id, contact_id = p.id from child join person p using (place) where t.id = child.id`;
  await db().$executeRaw`
    update cases set parent_id = ${id}::uuid, incident_id = null where incident_id = ${incident.id}::uuid`;
  await db().case.update({ where: { id }, data: { incidentId: incident.id } });
  return { number };
}

async function tellAll(mia: Person, number: string): Promise<void> {
  await startRun(mia, { kind: 'case', number, text: 'We know of it, {{contact}}.' });
  while ((await db().notifyRun.count({ where: { state: 'running' } })) > 0) await processRuns(system, messageRuns);
  await db().$executeRaw`update mails set status = 'sent', sent_at = now(), next_try_at = null`;
}

async function answerAndResolve(): Promise<void> {
  await db().$executeRaw`
    with told as (select t.id, t.contact_id, row_number() over (order by t.id) as place, uuid_v7() as cause_id
      from cases c join tasks t using (id) where c.parent_id is not null),
    answer as (select * from told where place % 10 = 0),
    made as (insert into causes (id, at, actor_id, task_id, command) select cause_id, now(), contact_id, id, 'bench' from answer)
    insert into journal_entries (task_id, type, author_id, text, created_at, cause_id)
    select id, 'comment', contact_id, 'Until when?', now(), cause_id from answer`;
  await db().$executeRaw`
    with told as (select t.id, row_number() over (order by t.id) as place, uuid_v7() as cause_id
      from cases c join tasks t using (id) where c.parent_id is not null),
    over as (select * from told where place % 10 in (1, 2, 3)),
    made as (insert into causes (id, at, task_id, command) select cause_id, now(), id, 'bench' from over),
    moved as (update tasks t set state = 'resolved', version = version + 1 from over where t.id = over.id returning t.id, t.version)
    insert into field_changes (task_id, cause_id, version, field, old_value, new_value, changed_at)
    select o.id, o.cause_id, m.version, 'state', 'open', 'resolved', now() from over o join moved m using (id)`;
}

async function figure(of: string, work: () => Promise<unknown>): Promise<Figure> {
  await work();
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) took.push(await timeOf(work));
  const slowest = quantile(took, 0.95);
  return {
    id: `MAJ-9 ${of}`,
    what: `the board of a major case with ${CHILDREN.toLocaleString('en')} children: ${of}, p95`,
    measured: `${rounded(slowest)} ms`,
    asked: `under ${ASKED_MS} ms`,
    met: slowest < ASKED_MS,
    values: { p95: slowest, median: quantile(took, 0.5) },
  };
}
