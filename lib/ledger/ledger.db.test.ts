import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoCascade } from '#lib/cascade/commands/undo-cascade.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { runCommand } from '#lib/engine/command.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { ledgerRules } from '#lib/journal/rule-names.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { aGate, type Gate } from '#lib/testing/gate.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  makeMajor,
  setRuleActive,
  world,
} from '#lib/testing/world.ts';
import { recordFollowers } from '#lib/write/ledger.ts';
import { updateRecord } from '#lib/write/write-updates.ts';

const w = await world();
let gate: Gate;
beforeAll(async () => {
  gate = await aGate();
});
afterAll(() => gate.end());

type CaseLike = { state: string; proactive: boolean; child: boolean; marked: boolean };

const caseLike: fc.Arbitrary<CaseLike> = fc.record({
  state: fc.constantFrom('new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'),
  proactive: fc.boolean(),
  child: fc.boolean(),
  marked: fc.boolean(),
});

const RULES = ['SYNC-INC-1', 'SYNC-INC-3', 'SYNC-INC-4', 'SYNC-INC-5', 'SYNC-INC-6', 'SYNC-MAJ-3'] as const;

const fanOut = fc.record({
  cases: fc.array(caseLike, { minLength: 1, maxLength: 6 }),
  led: fc.boolean(),
  off: fc.subarray([...RULES]),
  values: fc.constantFrom<Record<string, string>[]>(
    { state: 'in_progress' },
    { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' },
    { urgency: '1' },
  ),
  comment: fc.constantFrom('', 'We are at it.'),
  killed: fc.constantFrom(false, false, false, false, true),
});

/** The incident updates the child through its major case (SYNC-INC-6), but does not copy its own state into it. */
const childWithIncidentOfItsMajor = {
  cases: [{ state: 'new', proactive: false, child: true, marked: false }],
  led: true,
  off: [],
  values: { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' },
  comment: '' as const,
  killed: true,
};

const isOver = ({ state }: CaseLike) => ['closed', 'cancelled'].includes(state);

async function made(like: CaseLike, incidentId: string, majorId: string) {
  const { id } = await aCase(w);
  const { proactive, child, marked, state } = like;
  const mark = { doNotResolve: marked, doNotResolveReason: marked ? 'The customer tests first.' : '' };
  await db().case.update({ where: { id }, data: { incidentId, proactive, parentId: child ? majorId : null, ...mark } });
  await db().task.update({ where: { id }, data: { state, active: !isOver(like) } });
}

/** The ledger's numbers of records updated by a record, by rule and outcome. */
async function ledgerOf(sourceId: string) {
  const rows = await db().ledgerRow.findMany({ where: { update: { sourceId } } });
  return new Map(rows.map(({ rule, outcome, records }) => [`${rule} ${outcome}`, records]));
}

/** The numbers of other records updated by a record according to journals and histories, by rule. */
async function journalsOf(taskId: string) {
  const ofIt = { cause: { taskId } };
  const byRule = new Map<string, Set<string>>();
  const add = (rule: string, id: string) => byRule.set(rule, (byRule.get(rule) ?? new Set()).add(id));
  const entries = await db().journalEntry.findMany({ where: ofIt });
  for (const { taskId: id, lines } of entries)
    for (const { rule } of (lines ?? []) as { rule: string }[]) add(rule, id);
  const kept = entries.filter(({ text }) => text.includes('not to be resolved automatically')).length;
  return { byRule, kept };
}

/** Starts work in another process, and kills that once it writes its ledger. */
async function killedHalfway(what: string, on: string): Promise<void> {
  const args = ['lib/testing/work-until-killed.ts', what, on, w.ian.id];
  await gate.close();
  await gate.stopAt('ledger_rows');
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
  await gate.reached();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await gate.openForTheDead();
  await gate.stopNowhere('ledger_rows');
}

/** Kills a save in the middle. Nothing of it may be left. */
async function killSave({ id, kind, number, version }: Incident, values: Record<string, string>, comment: string) {
  const words = comment ? { comment } : {};
  await killedHalfway('save', JSON.stringify({ kind, number, version, values, ...words }));
  expect([(await ledgerOf(id)).size, (await journalsOf(id)).byRule.size]).toEqual([0, 0]);
}

describe('the ledger', () => {
  it('SYNC-6 · matches the journals after random updates, some killed before: written by rule, left out and why, rules off', async () => {
    await fc.assert(
      fc.asyncProperty(fanOut, async ({ cases, led, off, values, comment, killed }) => {
        const incident = await anIncident(w);
        const major = await aCase(w);
        await makeMajor(major);
        if (led) await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
        for (const like of cases) await made(like, incident.id, major.id);
        for (const rule of off) await setRuleActive(rule, false);
        const isKilled = killed && (values.state !== undefined || comment !== '');
        if (isKilled) await killSave(incident, values, comment);
        await change(w.ian, incident, values, comment ? { comment } : {});
        for (const rule of off) await setRuleActive(rule, true);
        const [ledger, { byRule, kept }] = [await ledgerOf(incident.id), await journalsOf(incident.id)];

        const of = (outcome: string) =>
          new Map(
            [...ledger].flatMap(([key, records]) =>
              key.endsWith(` ${outcome}`) ? [[key.split(' ')[0], records] as const] : [],
            ),
          );
        expect(of('written')).toEqual(new Map([...byRule].map(([rule, ids]) => [rule, ids.size])));
        expect([...of('state_kept').values()]).toEqual(kept > 0 ? [kept] : []);

        const noted = [...(values.state ? ['SYNC-INC-1'] : []), ...(comment ? ['SYNC-INC-4'] : [])];
        const follow = cases.filter((like) => !isOver(like) && like.child && led).length;
        const over = cases.filter(isOver).length;
        const reached = cases.length + (led ? 1 : 0) - over - follow;
        const lines = noted.flatMap((rule) =>
          Object.entries(
            off.includes(rule as never)
              ? { rule_off: reached }
              : { written: reached, closed: over, follows_major_case: follow },
          ).map(([outcome, records]) => [`${rule} ${outcome}`, records] as const),
        );
        for (const [key, records] of lines) expect([key, ledger.get(key) ?? 0]).toEqual([key, records]);

        const proactive = cases.filter((like) => like.proactive && !isOver(like));
        const resolves = values.state === 'resolved' && !off.includes('SYNC-INC-5');
        expect(ledger.get('SYNC-INC-5 resolved') ?? 0).toBe(
          resolves ? proactive.filter(({ state }) => state === 'resolved').length : 0,
        );
        expect(ledger.get('SYNC-INC-5 follows_major_case') ?? 0).toBe(
          resolves ? proactive.filter(({ state, child }) => state !== 'resolved' && child).length : 0,
        );
        const passes = led && values.state === 'resolved' && !off.includes('SYNC-INC-6');
        const children = passes ? cases.filter(({ child }) => child) : [];
        expect(ledger.get('SYNC-INC-6 closed') ?? 0).toBe(children.filter(isOver).length);
        expect(ledger.get('SYNC-INC-6 resolved') ?? 0).toBe(
          children.filter(({ state }) => state === 'resolved').length,
        );
      }),
      { numRuns: 20, examples: [[childWithIncidentOfItsMajor]] },
    );
  });

  it('SYNC-6 · a killed update leaves nothing; repeated, it counts once', async () => {
    const incident = await anIncident(w);
    for (let n = 0; n < 3; n++) await anotherCaseOf(w, incident);
    const before = await db().ledgerUpdate.count();
    await killedHalfway('fan-out', incident.number);
    expect([await db().ledgerUpdate.count(), (await journalsOf(incident.id)).byRule.get('SYNC-INC-4')]).toEqual([
      before,
      undefined,
    ]);

    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'The fan is out.' });
    expect(await ledgerOf(incident.id)).toEqual(new Map([['SYNC-INC-4 written', 3]]));
    expect((await journalsOf(incident.id)).byRule.get('SYNC-INC-4')?.size).toBe(3);
  });

  it('SYNC-6 · the database never changes a row, and stores none without a count', async () => {
    const incident = await anIncident(w);
    await anotherCaseOf(w, incident);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'One.' });
    const { id } = await db().ledgerUpdate.findFirstOrThrow({ where: { sourceId: incident.id } });
    const run = (sql: string) => db().$executeRawUnsafe(`${sql} '${id}'`);
    await expect(run('update ledger_rows set records = 2 where update_id =')).rejects.toThrow('append-only');
    await expect(run('update ledger_updates set at = now() where id =')).rejects.toThrow('append-only');
    const none = run("insert into ledger_rows select id, 'SYNC-INC-1', 'closed', 0 from ledger_updates where id =");
    await expect(none).rejects.toThrow('ledger_rows_count_records');
  });

  it('SYNC-6, SYNC-7 · the undo of a cascade is an update of its incident', async () => {
    const incident = await anIncident(w);
    const cases = [await anotherCaseOf(w, incident), await anotherCaseOf(w, incident)];
    await db().case.updateMany({ where: { id: { in: cases.map(({ id }) => id) } }, data: { proactive: true } });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    const { id: causeId } = await db().cause.findFirstOrThrow({
      where: { taskId: incident.id, rules: { has: 'SYNC-INC-5' } },
    });
    await addEntry(w.ava, { kind: 'case', number: cases[0]?.number ?? '', type: 'comment', text: 'I look at it.' });
    await undoCascade(w.ian, { number: incident.number, causeId });
    const ledger = await ledgerOf(incident.id);
    expect(['written', 'changed_since'].map((outcome) => ledger.get(`SYNC-7 ${outcome}`))).toEqual([1, 1]);
  });

  it('SYNC-6, INC-7, MAJ-10 · has a row of the children that are resolved with their parent, and of those that are released', async () => {
    const parent = await anIncident(w);
    const children = [await anIncident(w, { parentId: parent.id }), await anIncident(w, { parentId: parent.id })];
    const resolved = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    await change(w.ian, parent, resolved, { resolveChildren: children.map(({ number }) => number) });
    expect(await ledgerOf(parent.id)).toEqual(new Map([['INC-7 written', 2]]));
    const [major, child] = [await aCase(w), await aCase(w)];
    await makeMajor(major, child);
    await moveCase(w.mia, { number: major.number, verb: 'cancel' });
    expect((await ledgerOf(major.id)).get('MAJ-10 written')).toBe(1);
    const ids = ledgerRules.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['SYNC-INC-1', 'INC-7', 'MAJ-10', 'SYNC-7']));
  });

  it('SYNC-6, SYNC-INC-6 · counts the children of a major case that another incident has', async () => {
    const incident = await anIncident(w);
    const [major, other, empty] = [await aCase(w), (await aCaseWithIncident(w)).theCase, await aCase(w)];
    await makeMajor(major, other, empty);
    await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    const row = { rule: 'SYNC-INC-6', outcome: 'other_record', records: 1, named: [other.id] } as const;
    expect(await db().ledgerRow.findMany({ where: { update: { sourceId: incident.id } } })).toContainEqual(
      expect.objectContaining(row),
    );
  });

  it('SYNC-6, SYNC-PRB-2 · counts the incidents of a problem that are closed', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const [open, over] = [
      await anIncident(w, { problemId: problem.id }),
      await anIncident(w, { problemId: problem.id }),
    ];
    await db().task.update({ where: { id: over.id }, data: { state: 'closed', active: false } });
    await communicate(w.ian, { number: problem.number, what: 'workaround' });
    expect(await ledgerOf(problem.id)).toEqual(
      new Map([
        ['SYNC-PRB-2 written', 1],
        ['SYNC-PRB-2 closed', 1],
      ]),
    );
    const received = await db().journalEntry.count({ where: { taskId: open.id, lines: { not: Prisma.DbNull } } });
    expect(received).toBe(1);
  });

  it('SYNC-6, INC-7 · counts the children that cannot be resolved with their parent, by id', async () => {
    const [parent, refused] = [await anIncident(w), await anIncident(w)];
    const leftOut = [{ id: refused.id, because: 'Your roles do not allow it.' }];
    await runCommand(w.ian, 'resolve', async (context) => {
      await updateRecord(context, 'incident', parent, { ...parent, urgency: 1 });
      recordFollowers(context, parent.id, { rule: 'INC-7', ids: [], leftOut });
    });
    expect(await db().ledgerRow.findMany({ where: { update: { sourceId: parent.id } } })).toMatchObject([
      { rule: 'INC-7', outcome: 'refused', records: 1, named: [refused.id] },
    ]);
  });

  it('SYNC-6 · an update that affects no record has no row', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await db().ledgerUpdate.count({ where: { sourceId: incident.id } })).toBe(0);
  });
});
