import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { db } from '#lib/platform/db.ts';
import { aLog, aRow } from '#lib/testing/incident-log.ts';
import { rewriteHistory } from '#lib/testing/rewrite-history.ts';
import { holderOf, setProperty } from '#lib/testing/world.ts';
import { replay, type Tally } from './replay.ts';

const REAL = path.resolve('../shared/data/incident_event_log.csv');

const folder = mkdtempSync(path.join(os.tmpdir(), 'replay-'));

function fileOf(lines: readonly string[]): string {
  const file = path.join(folder, 'log.csv');
  writeFileSync(file, aLog(lines));
  return file;
}

const A = { number: 'INC0000001', caller_id: 'Caller 1' };
const B = { number: 'INC0000002', caller_id: 'Caller 1', priority: '4 - Low', impact: '3 - Low', urgency: '3 - Low' };

/** Two incidents of one caller, mixed. One starts in the middle of its lifecycle. */
const lines = [
  aRow(A),
  aRow({ ...B, incident_state: 'Active', sys_updated_at: '01-03-2016 08:00' }),
  aRow(A),
  aRow({ ...A, incident_state: 'Awaiting User Info', sys_updated_at: '01-03-2016 09:00' }),
  aRow({ ...A, incident_state: 'Awaiting Vendor', sys_updated_at: '01-03-2016 10:00' }),
  aRow({ ...B, incident_state: 'Resolved', closed_code: 'code 5', sys_updated_at: '01-03-2016 11:00' }),
  aRow({
    ...A,
    incident_state: 'Active',
    urgency: '1 - High',
    priority: '2 - High',
    sys_updated_at: '02-03-2016 09:00',
  }),
  aRow({ ...B, incident_state: 'Closed', closed_code: 'code 5', sys_updated_at: '08-03-2016 11:00' }),
  aRow({ ...B, incident_state: 'Closed', closed_code: 'code 5', sys_updated_at: '08-03-2016 11:01' }),
];

const figures = ({ refused: _refused, ...tally }: Tally) => tally;

const expected = {
  incidents: 2,
  events: 9,
  playedBefore: 0,
  stateChanges: 5,
  holdReasonChanges: 1,
  notesByRules: 6,
  creationNotes: 2,
  disagreeing: 4,
  malformed: 0,
};

const nothingNew = {
  ...expected,
  incidents: 0,
  events: 0,
  playedBefore: 9,
  stateChanges: 0,
  holdReasonChanges: 0,
  notesByRules: 0,
  creationNotes: 0,
  disagreeing: 0,
};

async function empty(): Promise<void> {
  await rewriteHistory(
    (tx) => tx.$executeRaw`truncate tasks, causes, replay_progress, users, priority_lookups cascade`,
  );
  await ensureConfiguration(db());
}

/** Everything that a replay stores, except numbers and ids, which differ between runs. */
async function endState(): Promise<unknown> {
  return db().$queryRaw`
    select t.kind::text, t.correlation_id, t.state, t.impact, t.urgency, t.priority, t.version, u.name, t.opened_at, t.updated_at,
      t.resolved_at, t.closed_at,
      array(select regexp_replace(e.text, '(INC|CS)\\d{7}', '#', 'g') || e.created_at from journal_entries e
            where e.task_id = t.id order by e.created_at, e.text) as entries,
      array(select f.version || f.field || f.new_value || f.changed_at from field_changes f
            where f.task_id = t.id and f.field <> 'incidentId' order by f.version, f.field) as changes,
      (select count(*)::int from mails m where m.task_id = t.id) as mails,
      (select p.ordinal || ' ' || p.finished from replay_progress p where p.number = t.correlation_id) as progress
    from tasks t left join users u on u.id = t.consumer_id order by t.kind, t.correlation_id`;
}

beforeEach(empty);

describe('a short log', () => {
  it('SYNC-INC-1 · every change in the log appears in the case, at its time, and is counted', async () => {
    expect(figures(await replay(fileOf(lines)))).toEqual(expected);
    const [theCase] = await db().task.findMany({ where: { kind: 'case', correlationId: A.number } });
    const notes = await db().journalEntry.findMany({
      where: { taskId: theCase?.id ?? '' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    expect(
      notes.map(({ createdAt, text }) => `${createdAt.toISOString()} ${text.replaceAll(/INC\d+/g, 'INC')}`),
    ).toEqual([
      '2016-02-29T01:16:00.000Z Incident INC created from this case.',
      '2016-03-01T09:00:00.000Z INC state changed from New to On Hold.\nINC on hold reason: Awaiting Caller.\nComment on INC by System: Imported: waiting for the caller.',
      '2016-03-01T10:00:00.000Z INC on hold reason: Awaiting Vendor.',
      '2016-03-02T09:00:00.000Z INC state changed from On Hold to In Progress.',
    ]);
  });

  it('INC-3 · a code of the log becomes a choice, with notes that name its origin', async () => {
    await replay(fileOf(lines));
    const incident = await db().incident.findFirstOrThrow({ where: { task: { correlationId: B.number } } });
    expect(incident).toMatchObject({ resolutionCode: 'code 5', resolutionNotes: 'Imported.' });
  });

  it('the callers are consumers, once each, and the cases have the priority of their first rows', async () => {
    await replay(fileOf(lines));
    expect(await db().user.findMany({ select: { name: true, kind: true } })).toEqual([
      { name: 'Caller 1', kind: 'consumer' },
    ]);
    const cases = await db().task.findMany({ where: { kind: 'case' }, orderBy: { correlationId: 'asc' } });
    expect(cases.map(({ priority }) => priority)).toEqual([3, 4]);
  });

  it('default group · imported cases have the group of new cases where a member works those of consumers', async () => {
    const { id: userId } = await holderOf('Cleo', ['sn_customerservice.consumer_agent']);
    const members = { create: { userId } };
    const { id } = await db().group.create({ data: { name: 'Consumer Care', members } });
    await setProperty('case.default_assignment_group', 'Consumer Care');
    await replay(fileOf(lines));
    const cases = await db().task.findMany({ where: { kind: 'case' } });
    expect(cases.map(({ assignmentGroupId }) => assignmentGroupId)).toEqual([id, id]);
    await setProperty('case.default_assignment_group', '');
  });

  it('Q-10 · run again, nothing is new', async () => {
    await replay(fileOf(lines));
    const before = await endState();
    expect(figures(await replay(fileOf(lines)))).toEqual(nothingNew);
    expect(await endState()).toEqual(before);
  });

  it('Q-10 · a longer log is continued where it ended', async () => {
    await replay(fileOf(lines.slice(0, 5)));
    await replay(fileOf(lines));
    const grown = await endState();
    await empty();
    await replay(fileOf(lines));
    expect(grown).toEqual(await endState());
  });

  it('with the look-up of that company nothing disagrees', async () => {
    await db().priorityLookup.updateMany({ where: { impact: 3, urgency: 3 }, data: { priority: 4 } });
    expect((await replay(fileOf(lines))).disagreeing).toBe(0);
  });

  it('REC-5 · a move that the rules refuse is counted with its reason, and the replay continues', async () => {
    const impossible = [aRow(A), aRow({ ...A, incident_state: 'Closed' }), aRow({ ...A, incident_state: 'Active' })];
    const tally = await replay(fileOf(impossible));
    expect([...tally.refused]).toEqual([['REC-5: An incident cannot go from New to Closed.', 1]]);
    expect(tally.stateChanges).toBe(1);
  });

  it('REC-5 · a malformed row does not stop the import, unless that is requested', async () => {
    const malformed: string[] = [];
    const onMalformed = (line: number, wrong: string) => malformed.push(`${line} ${wrong}`);
    const broken = fileOf([...lines.slice(0, 3), 'broken', ...lines.slice(3)]);
    await expect(replay(broken, { strict: true })).rejects.toThrow('Line 5 has 1 values');
    const tally = await replay(broken, { onMalformed });
    expect(malformed).toEqual(['5 has 1 values, and the first line names 15']);
    expect(tally.events + tally.playedBefore).toBe(9);
  });

  it('known users in the log act as themselves', async () => {
    await db().user.create({
      data: {
        kind: 'internal',
        audience: 'internal',
        name: 'Updated by 21',
        email: 'updated@example.test',
        roles: { create: { held: { connect: { name_audience: { name: 'itil', audience: 'internal' } } } } },
      },
    });
    await replay(fileOf(lines));
    const names = await db().cause.findMany({ where: { command: 'update-incident' }, include: { actor: true } });
    expect(new Set(names.map(({ actor }) => actor?.name ?? 'System'))).toEqual(new Set(['Updated by 21']));
  });
});

describe.skipIf(!existsSync(REAL))('the real log', () => {
  it('SYNC-INC-1 · 5,998 events give 2,784 changes and as many notes, also when the replay is killed on its way', async () => {
    for (const rows of [1, 1_000]) await killedAfter(rows);

    const last = await replay(REAL);
    expect(last.malformed + last.refused.size).toBe(0);
    expect(await totals()).toEqual({
      incidents: 890,
      stateChanges: 2767,
      holdReasonAlone: 17,
      notesByRules: 2784,
      creationNotes: 890,
      finished: 890,
      rows: 5998,
    });
    expect(figures(await replay(REAL))).toMatchObject({ incidents: 0, events: 0, playedBefore: 5998 });
  }, 600_000);
});

/** Runs the command in a separate process, which is killed after so many rows. */
async function killedAfter(rows: number): Promise<void> {
  const child = spawn(process.execPath, ['scripts/replay.ts', REAL], { stdio: 'ignore', env: process.env });
  const ended = once(child, 'exit');
  const played = async () => (await db().replayProgress.aggregate({ _sum: { ordinal: true } }))._sum.ordinal ?? 0;
  await expect.poll(played, { timeout: 300_000 }).toBeGreaterThanOrEqual(rows);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** The numbers of rows that the commands have written. */
async function totals(): Promise<unknown> {
  const [row] = await db().$queryRaw<unknown[]>`
    with changed as (select cause_id, array_agg(field) as fields from field_changes f
                     join tasks t on t.id = f.task_id where t.kind = 'incident' and f.version > 1
                     group by cause_id),
      told as (select e.lines -> 0 ->> 'rule' as rule from journal_entries e join tasks t on t.id = e.task_id
               where t.kind = 'case' and e.lines is not null)
    select (select count(*)::int from tasks where kind = 'incident') as incidents,
      (select count(*)::int from changed where 'state' = any(fields)) as "stateChanges",
      (select count(*)::int from changed where 'holdReason' = any(fields) and not 'state' = any(fields)) as "holdReasonAlone",
      (select count(*)::int from told where rule like 'SYNC%') as "notesByRules",
      (select count(*)::int from told where rule = 'REL-5') as "creationNotes",
      (select count(*)::int from replay_progress where finished) as finished,
      (select sum(ordinal)::int from replay_progress) as rows`;
  return row;
}
