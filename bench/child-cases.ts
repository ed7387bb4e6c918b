import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { saveCondition } from '#lib/affected-customers/commands/save-condition.ts';
import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { rounded, timeOf } from './statistics.ts';

const CUSTOMERS = 4_000;
const KILLED_AFTER = 1_500;

/** MAJ-5 · Creates child cases for 4,000 accounts, with a kill midway; sends all a message; then one Save resolves all. */
export async function childCases(): Promise<Figure[]> {
  process.env.DATABASE_URL = await freshDatabase('bench_child_cases');
  const mia = await aPerson('Mia Manager', ['sn_customerservice_manager', 'sn_customerservice_agent', 'itil']);
  await wideOutage(CUSTOMERS);
  await syncChildren(true);
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const { id: parentId, number } = await openMajorCase(mia, { as: 'major case', values });
  const list = { number, of: 'accounts' } as const;
  const terms = [{ field: 'name', operator: 'begins', value: 'Wide account' } as const];
  await saveCondition(mia, { ...list, condition: { match: 'all', terms } });
  await createChildCases(mia, { ...list, comment: 'We know of it.' });
  const before = await killedOnTheWay(parentId);
  const made = await timeOf(async () => {
    while ((await db().childCaseRun.count({ where: { state: 'running' } })) > 0)
      await processRuns(system, childCaseRuns);
  });
  const told = await timeOf(async () => {
    await startRun(mia, { kind: 'case', number, text: 'It is worked on, {{contact}}.' });
    while ((await db().notifyRun.count({ where: { state: 'running' } })) > 0) await processRuns(system, messageRuns);
  });
  const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Restarted.' };
  const saved = await timeOf(() => moveCase(mia, { number, verb: 'propose-solution', values: solved }));
  const wrong = await notOnce(parentId);
  const rest = CUSTOMERS - before;
  return [
    {
      id: 'MAJ-5 child cases',
      what: `child cases of ${CUSTOMERS.toLocaleString('en')} accounts by a condition: killed on the way and carried on, all told, all resolved by one Save`,
      measured: `${before.toLocaleString('en')} there when it was killed, the other ${rest.toLocaleString('en')} in ${rounded(made)} ms; told in ${rounded(told)} ms, saved in ${rounded(saved)} ms; ${wrong} not exactly once`,
      asked: 'each once',
      met: wrong === 0,
      values: { before, made, told, saved, wrong },
    },
  ];
}

/** Kills the creating process midway and returns how many child cases exist. */
async function killedOnTheWay(parentId: string): Promise<number> {
  const worker = spawn(process.execPath, ['lib/testing/work-until-killed.ts', 'child-cases'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: process.env,
  });
  const ended = once(worker, 'exit');
  const count = () => db().case.count({ where: { parentId } });
  while (worker.exitCode === null && (await count()) < KILLED_AFTER) await wait(5);
  worker.kill('SIGKILL');
  await ended;
  return count();
}

/** Counts accounts without exactly one resolved child that has each of the two comments exactly once. */
async function notOnce(parentId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from accounts a
    left join lateral (
      select count(*) as cases, bool_and(t.state = 'resolved') as resolved,
        sum((select count(*) from journal_entries e where e.task_id = t.id and e.type = 'comment' and e.text = 'We know of it.')) as first,
        sum((select count(*) from notify_cases n where n.case_id = t.id and n.state = 'told')) as told
      from cases c join tasks t using (id) where c.parent_id = ${parentId}::uuid and t.account_id = a.id) x on true
    where a.name like 'Wide account %' and (x.cases, x.first, x.told, x.resolved) is distinct from (1, 1, 1, true)`;
  return row?.count ?? -1;
}
