import { setTimeout as wait } from 'node:timers/promises';
import { CONNECTIONS } from '#lib/mail-out/transport.ts';
import { db } from '#lib/platform/db.ts';
import { notifiedOnce } from '#lib/testing/notified.ts';
import { anOutage, type Outage } from './outage.ts';
import type { Figure } from './report.ts';
import { rounded } from './statistics.ts';

const CASES = 10_000;
const POLL_MS = 20;

/**
 * Q-10 · All server processes are killed three times: while 10,000 proactive cases are created, while they get the message, and
 * when the mail server receives the 3,000th email. Work in progress then stays locked for five minutes, as designed.
 */
export async function notifyKilled(): Promise<Figure[]> {
  let underWay = 0;
  await using outage: Outage = await anOutage('bench_notify_killed', CASES, ({ length }) => {
    if (length === CASES * 0.3) underWay = kill(outage) * CONNECTIONS;
  });
  const lost = outage.generate().catch(() => null);
  await untilThere(writing);
  kill(outage);
  const answered = await lost;
  const madeBefore = await db().proactiveCase.count();
  await untilAnswered(outage.generate);
  await untilAnswered(outage.submit);
  const began = performance.now();
  await untilThere(() => db().$queryRaw`select from notify_cases where state = 'told' limit 1`);
  kill(outage);
  const notifiedBefore = await db().notifyCase.count({ where: { state: 'told' } });
  let shown = '';
  await outage.follow(({ cases, people, mails }) => {
    shown = [cases.told, people.mailed, mails.sent].join();
  });
  const seconds = (performance.now() - began) / 1000;
  const { again, ...told } = await outage.told();
  const wrong = Object.entries(told).filter(
    ([what, count]) => count !== notifiedOnce(CASES)[what as keyof typeof told],
  );
  const sets = await db().case.count({ where: { majorCaseState: 'accepted' } });
  if (answered !== null || madeBefore > 0 || notifiedBefore === CASES) throw new Error('It was killed too late.');
  for (const each of wrong) console.error(each);
  if (shown !== [CASES, CASES, CASES].join()) throw new Error(`Progress shows ${shown}.`);
  return [
    {
      id: 'Q-10 notify',
      what: `${CASES.toLocaleString('en')} proactive cases made and told, killed while they are made, told and mailed`,
      measured: `${sets} set of cases, ${wrong.length} counts of cases and people wrong; ${again} mails again by the same name; ${rounded(seconds)} s`,
      asked: `one, none; at most ${underWay} that were under way`,
      met: sets === 1 && wrong.length === 0 && again <= underWay,
      values: { sets, wrong: wrong.length, again, underWay, notifiedBefore, seconds },
    },
  ];
}

/** Transactions that have run for half a second and have written something. */
const writing = () => db().$queryRaw<unknown[]>`
  select from pg_stat_activity
  where datname = current_database() and backend_xid is not null and xact_start < now() - interval '0.5 seconds'`;

/** Sends SIGKILL to all server processes, which are then replaced; returns how many there were. */
function kill({ server }: Outage): number {
  const pids = server.pids();
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}

async function untilThere(rows: () => Promise<unknown[]>): Promise<void> {
  while ((await rows()).length === 0) await wait(POLL_MS);
}

/** Repeats a call like a browser whose response was lost: under the same name, until it is answered. */
async function untilAnswered(call: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const answer = await call().catch(() => null);
    if (answer !== null) return;
    await wait(POLL_MS);
  }
}
