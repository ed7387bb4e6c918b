import { describe, expect, it } from 'vitest';
import { addRecipients } from '#lib/affected-customers/commands/add-recipients.ts';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { stopChildRun } from '#lib/affected-customers/commands/stop-run.ts';
import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { stopRun } from '#lib/customer-messages/commands/stop-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { system } from '#lib/platform/actor.ts';
import { at, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { anIncident, anotherCaseOf, world } from '#lib/testing/world.ts';
import { processRuns } from './commands/process-runs.ts';
import type { LockedRun, RunKind } from './run-kind.ts';
import { resumeRun } from './run-state.ts';

const w = await world();

/** A run that has just begun, and how someone stops it. */
type Begun = { id: string; stop: () => Promise<void> };

async function aMessage(): Promise<Begun> {
  const incident = await anIncident(w);
  await anotherCaseOf(w, incident);
  const { runId } = await startRun(w.noa, { kind: 'incident', number: incident.number, text: 'We are on it.' });
  return { id: runId, stop: () => stopRun(w.noa, { runId }) };
}

async function someChildCases(): Promise<Begun> {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.', priority: 2 };
  const { number } = await openMajorCase(w.mia, { as: 'major case', values });
  const list = { number, of: 'accounts' } as const;
  await addRecipients(w.mia, { ...list, customerIds: [w.boxeo] });
  await createChildCases(w.mia, { ...list, comment: 'Sorry.' });
  const { id } = await db().childCaseRun.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return { id, stop: () => stopChildRun(w.mia, list) };
}

function claims<Run extends LockedRun>(kind: RunKind<Run>, begin: () => Promise<Begun>) {
  /** A kind of which the steps of one run fail after they have written. */
  const failing = (id: string): RunKind<Run> => ({
    ...kind,
    step: async (context, run) => {
      const isLeft = await kind.step(context, run);
      if (run.id === id) throw new Error('The step fails.');
      return isLeft;
    },
  });
  const row = async (id: string) => {
    const [found] = await db().$queryRaw<object[]>`
      select state::text as state, tries, next_try_at as "nextTryAt", finished_at as "finishedAt", problem
      from ${kind.table} where id = ${id}::uuid`;
    return found;
  };

  it('Q-10 · a failing run lets the next one go first, is retried after 1, 5 and 30 minutes, and then stops', async () => {
    const [bad, good] = [await begin(), await begin()];
    await processRuns(system, failing(bad.id));
    expect(await row(good.id)).toMatchObject({ state: 'done', finishedAt: expect.any(Date) });
    expect(await row(bad.id)).toMatchObject({ state: 'running', tries: 1, problem: 'an error on our side' });
    const begun = now().getTime();
    const triesAfter = async (minutes: number) => {
      await at(new Date(begun + minutes * 60_000), () => processRuns(system, failing(bad.id)));
      return row(bad.id);
    };
    expect(await triesAfter(0)).toMatchObject({ tries: 1 });
    expect(await triesAfter(2)).toMatchObject({ state: 'running', tries: 2 });
    expect(await triesAfter(6)).toMatchObject({ tries: 2 });
    expect(await triesAfter(8)).toMatchObject({ state: 'running', tries: 3 });
    expect(await triesAfter(39)).toMatchObject({ state: 'stopped', tries: 4, nextTryAt: null });

    await resumeRun(db(), kind, bad.id);
    expect(await row(bad.id)).toMatchObject({ state: 'running', tries: 0, problem: '' });
    await processRuns(system, kind);
    expect(await row(bad.id)).toMatchObject({ state: 'done', tries: 0, problem: '' });
  });

  it('Q-10 · a step that succeeds after others have failed starts the tries anew', async () => {
    const { id } = await begin();
    await processRuns(system, failing(id));
    await at(new Date(now().getTime() + 120_000), () => processRuns(system, kind));
    expect(await row(id)).toMatchObject({ state: 'done', tries: 0, nextTryAt: null, problem: '' });
  });

  it('Q-10 · a run that someone stops stays stopped: no step of it is done, and none is counted as failed', async () => {
    const { id, stop } = await begin();
    await stop();
    await processRuns(system, failing(id));
    expect(await row(id)).toMatchObject({ state: 'stopped', tries: 0, finishedAt: null });
  });

  it('Q-10, Q-12 · of many processes one takes a run, and it ends once', async () => {
    const { id } = await begin();
    let ended = 0;
    const counting: RunKind<Run> = {
      ...kind,
      end: async (context, run) => {
        if (run.id === id) ended += 1;
        await kind.end(context, run);
      },
    };
    await Promise.all(Array.from({ length: 4 }, () => processRuns(system, counting)));
    await expect.poll(() => row(id)).toMatchObject({ state: 'done' });
    expect(ended).toBe(1);
  });
}

describe('Q-10 · messages to customers', () => claims(messageRuns, aMessage));
describe('Q-10 · child cases of a list', () => claims(childCaseRuns, someChildCases));
