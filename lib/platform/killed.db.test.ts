import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChildCases } from '#lib/affected-customers/commands/create-child-cases.ts';
import { saveCondition } from '#lib/affected-customers/commands/save-condition.ts';
import { openFile } from '#lib/attachment/store.ts';
import { sweepUploads } from '#lib/attachment/sweep.ts';
import { replay } from '#lib/import/replay.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { aGate, type Gate, LONG_TIMEOUT } from '#lib/testing/gate.ts';
import { aLog, aRow } from '#lib/testing/incident-log.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import { aCase, aCaseWithIncident, anotherCaseOf, commentsOf, notesOf, world } from '#lib/testing/world.ts';
import { db } from './db.ts';

const CASES = 30;
const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
const children: ChildProcess[] = [];

const w = await world();
let gate: Gate;

beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = folder;
  gate = await aGate();
});

beforeEach(() => gate.close());

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await gate.end();
});

function start(...args: string[]): ChildProcess {
  const file = 'lib/testing/work-until-killed.ts';
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
  children.push(child);
  return child;
}

/** Sends SIGKILL, and waits until the database has dropped the lost connection. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await gate.openForTheDead();
}

async function toItsEnd(...args: string[]): Promise<void> {
  await gate.open();
  expect(await once(start(...args), 'exit')).toEqual([0, null]);
}

describe('a process that is killed', () => {
  let incident: Incident;
  const cases: Case[] = [];

  it('Q-10 · during a fan-out leaves nothing of it; repeated, each note exists exactly once', async () => {
    const first = await aCaseWithIncident(w);
    incident = first.incident;
    cases.push(first.theCase);
    for (let number = 1; number < CASES; number++) cases.push(await anotherCaseOf(w, incident));
    const noteCount = async () => {
      const notes = await Promise.all(cases.map(notesOf));
      return notes.map((texts) => texts.filter((text) => text.includes('The fan is out.')).length);
    };

    await gate.stopAt('journal_entries');
    const child = start('fan-out', incident.number, w.ian.id);
    await gate.reached();
    await kill(child);
    await gate.stopNowhere('journal_entries');
    expect([await commentsOf(incident), new Set(await noteCount())]).toEqual([[], new Set([0])]);
    expect(await db().cause.count({ where: { command: 'add-comment' } })).toBe(0);

    await toItsEnd('fan-out', incident.number, w.ian.id);
    expect([await commentsOf(incident), new Set(await noteCount())]).toEqual([['The fan is out.'], new Set([1])]);
  });

  it('Q-10 · during a replay has played each row completely or not at all; the rest follows, and no row twice', async () => {
    const numbers = ['INC7000001', 'INC7000002'];
    const rows = numbers.flatMap((number) => [
      aRow({ number }),
      aRow({ number, incident_state: 'Active', sys_updated_at: '01-03-2016 08:00' }),
      aRow({ number, incident_state: 'Awaiting Vendor', sys_updated_at: '01-03-2016 09:00' }),
      aRow({ number, incident_state: 'Resolved', closed_code: 'code 5', sys_updated_at: '01-03-2016 10:00' }),
    ]);
    const log = path.join(folder, 'log.csv');
    writeFileSync(log, aLog(rows));
    const played = async () => (await db().replayProgress.findMany()).reduce((sum, { ordinal }) => sum + ordinal, 0);

    await gate.stopAt('replay_progress', 'after update', 'for each row when (new.ordinal = 3)');
    const child = start('replay', log);
    await gate.reached();
    await kill(child);
    await gate.stopNowhere('replay_progress');
    const before = await played();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(rows.length);

    await gate.open();
    const { events, playedBefore } = await replay(log);
    expect([playedBefore, events]).toEqual([before, rows.length - before]);
    const notes = await db().$queryRaw<{ number: string; text: string; times: number }[]>`
      select t.correlation_id as number, e.text, count(*)::int as times from journal_entries e join tasks t on t.id = e.task_id
      where t.kind = 'case' and t.correlation_id is not null and e.lines is not null group by t.id, e.text`;
    expect(notes.filter(({ times }) => times !== 1)).toEqual([]);
    const states = await db().task.findMany({ where: { kind: 'incident', correlationId: { in: numbers } } });
    expect(states.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  it('Q-10, MAJ-5 · during a run of child cases has created some completely; the rest follows, and none twice', async () => {
    await wideOutage(600);
    const { number, id: parentId } = await openMajorCase(w.mia, {
      as: 'major case',
      values: { shortDescription: 'Out', businessImpact: 'All.' },
    });
    const list = { number, of: 'accounts' } as const;
    const terms = [{ field: 'name', operator: 'begins', value: 'Wide account' } as const];
    await saveCondition(w.mia, { ...list, condition: { match: 'all', terms } });
    await createChildCases(w.mia, { ...list, comment: 'We know of it.' });
    const { id: last } = await db().recipient.findFirstOrThrow({
      where: { list: { majorCaseId: parentId } },
      orderBy: { id: 'desc' },
    });
    const figures = async () => {
      const cases = await db().case.findMany({
        where: { parentId },
        select: { task: { select: { accountId: true } } },
      });
      const inThem = { task: { case: { parentId } } };
      return [
        cases.length,
        new Set(cases.map(({ task }) => task.accountId)).size,
        await db().journalEntry.count({ where: { ...inThem, type: 'comment' } }),
        await db().mail.count({ where: inThem }),
      ];
    };

    await gate.stopAt('recipients', 'after update', `for each row when (new.id = '${last}')`);
    const child = start('child-cases');
    await gate.reached();
    await kill(child);
    await gate.stopNowhere('recipients');
    expect(await figures()).toEqual([500, 500, 500, 500]);

    await toItsEnd('child-cases');
    expect(await figures()).toEqual([600, 600, 600, 600]);
    expect(await db().childCaseRun.findFirstOrThrow()).toMatchObject({ state: 'done', tries: 0 });
  });

  const files = () =>
    readdirSync(path.join(folder, 'attachments'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it.each([
    ['while the file arrives', 'upload-without-end'],
    ['between the file and its row', 'upload'],
  ])('Q-10, REC-4 · %s leaves no attachment, and its file is swept away', async (_when, what) => {
    const theCase = await aCase(w);
    await gate.stopAt('attachments');
    const child = start(what, theCase.number, w.ava.id);
    await vi.waitFor(() => expect(files()).toHaveLength(1), LONG_TIMEOUT);
    if (what === 'upload') await gate.reached();
    await kill(child);
    await gate.stopNowhere('attachments');

    expect(await db().attachment.count({ where: { taskId: theCase.id } })).toBe(0);
    await sweepUploads(inMinutes(59));
    expect(files()).toHaveLength(1);
    await sweepUploads(inMinutes(61));
    expect(files()).toEqual([]);
  });

  it('Q-10, REC-4 · a completed upload stays, however often the sweep runs', async () => {
    const theCase = await aCase(w);
    await toItsEnd('upload', theCase.number, w.ava.id);
    await sweepUploads(inMinutes(24 * 60));
    const { id } = await db().attachment.findFirstOrThrow({ where: { taskId: theCase.id } });
    expect(files()).toEqual([id]);

    // Killed after its row was written and before the file was renamed.
    const file = path.join(folder, 'attachments', id.slice(-2), id);
    renameSync(file, `${file}.part`);
    expect(await new Response(openFile(id) as ReadableStream | null).text()).toBe('Hello');
    await sweepUploads(inMinutes(61));
    expect(files()).toEqual([id]);
  });
});
