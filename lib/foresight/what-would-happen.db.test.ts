import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  anIncident,
  anotherCaseOf,
  fresh,
  makeMajor,
  turnRule,
  type World,
  world,
} from '#lib/platform/testing/world.ts';
import { updateTask } from '#lib/task/commands/update-task.ts';
import { whatWouldHappen } from './what-would-happen.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterEach(async () => {
  for (const id of RULES) await turnRule(id, true);
});

type CaseLike = { state: string; proactive: boolean; child: boolean; watched: boolean; address: boolean };

const caseLike = fc.record({
  state: fc.constantFrom('new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'),
  proactive: fc.boolean(),
  child: fc.boolean(),
  watched: fc.boolean(),
  address: fc.boolean(),
});

const RULES = ['SYNC-INC-1', 'SYNC-INC-3', 'SYNC-INC-5', 'SYNC-INC-6'] as const;

const doing = fc.record({
  cases: fc.array(caseLike, { minLength: 1, maxLength: 6 }),
  led: fc.boolean(),
  on: fc.record(
    Object.fromEntries(RULES.map((id) => [id, fc.boolean()])) as Record<(typeof RULES)[number], fc.Arbitrary<boolean>>,
  ),
  values: fc.constantFrom<Record<string, string>[]>(
    { state: 'in_progress' },
    { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' },
    { urgency: '1' },
    { shortDescription: 'Another name' },
  ),
});

async function made(like: CaseLike, incidentId: string, majorId: string) {
  const customer: Record<string, string> = like.address ? { contactId: w.fiona.id } : { consumerId: w.jane.id };
  const theCase = await aCase(w, customer);
  const parentId = like.child ? majorId : null;
  await db().case.update({ where: { id: theCase.id }, data: { incidentId, proactive: like.proactive, parentId } });
  const active = !['closed', 'cancelled'].includes(like.state);
  await db().task.update({ where: { id: theCase.id }, data: { state: like.state, active } });
  if (like.watched)
    await db().taskWatcher.createMany({
      data: (['watch_list', 'work_notes_list'] as const).map((list) => ({
        taskId: theCase.id,
        list,
        userId: w.ava.id,
      })),
    });
  return theCase;
}

/** What the rules wrote on account of the last command about a record, as `whatWouldHappen` says it. */
async function whatHappened(taskId: string) {
  const cause = await db().cause.findFirstOrThrow({ where: { taskId }, orderBy: { id: 'desc' } });
  const entries = await db().journalEntry.findMany({ where: { causeId: cause.id } });
  const byRule = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { rule } of (entry.lines ?? []) as { rule: string }[])
      byRule.set(rule, (byRule.get(rule) ?? new Set()).add(entry.taskId));
  // Of these rules only one sets fields without a word.
  const set = await db().fieldChange.findMany({ where: { causeId: cause.id, taskId: { not: taskId } } });
  for (const change of set)
    if (!byRule.get('SYNC-INC-5')?.has(change.taskId))
      byRule.set('SYNC-INC-6', (byRule.get('SYNC-INC-6') ?? new Set()).add(change.taskId));
  const mails = await db().mail.count({ where: { causeId: cause.id } });
  return { rules: cause.rules, records: cause.written, byRule, mails };
}

describe('What would happen?', () => {
  it('SYNC-5 · agrees with what then happens: the same rules, the same counts, the same records left out', async () => {
    await fc.assert(
      fc.asyncProperty(doing, async ({ cases, led, on, values }) => {
        for (const id of RULES) await turnRule(id, on[id]);
        await db().user.update({ where: { id: w.jane.id }, data: { email: null } });
        const incident = await anIncident(w);
        const major = await aCase(w);
        await makeMajor(major);
        if (led) await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
        const all = [];
        for (const like of cases) all.push(await made(like, incident.id, major.id));
        const { kind, number, version } = incident;
        const before = await Promise.all([incident, major, ...all].map(fresh));
        const said = await whatWouldHappen(w.ian, { what: 'save', kind, number, version, values });
        expect(await Promise.all([incident, major, ...all].map(fresh))).toEqual(before);
        await updateTask(w.ian, { kind, number, version, values });
        const happened = await whatHappened(incident.id);
        expect(said.refused).toBe('');
        expect(said.rules.map(({ id }) => id).toSorted()).toEqual([...happened.byRule.keys()].toSorted());
        expect(happened.rules).toEqual(expect.arrayContaining(said.rules.map(({ id }) => id)));
        expect(said.records).toBe(happened.records);
        for (const { id, records } of said.rules)
          expect([id, records.count]).toEqual([id, happened.byRule.get(id)?.size]);
        expect(said.mails.queued + said.mails.heldBack).toBe(happened.mails);
        const told = new Set([...happened.byRule.values()].flatMap((ids) => [...ids]));
        const left = all.filter(({ id }) => !told.has(id)).length;
        if (on['SYNC-INC-1'] && values.state)
          expect(said.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(left);
      }),
      { numRuns: 60 },
    );
    await db().user.update({ where: { id: w.jane.id }, data: { email: 'jane.doe@example.test' } });
  });

  it('SYNC-5, ACC-6 · names the first cases that one may see, says why others are left out and which rule is off', async () => {
    const incident = await anIncident(w);
    const [open, over] = [await anotherCaseOf(w, incident), await anotherCaseOf(w, incident)];
    await db().task.update({ where: { id: over.id }, data: { state: 'closed', active: false } });
    const { kind, number, version } = incident;
    const considered = { what: 'save', kind, number, version, values: { state: 'in_progress' } } as const;
    const foresight = await whatWouldHappen(w.adam, considered);
    expect(foresight).toMatchObject({
      records: 1,
      rules: [{ id: 'SYNC-INC-1', records: { count: 1, first: [open.number] } }],
      leftOut: [{ because: 'closed or cancelled', count: 1, first: [over.number] }],
      off: [],
    });
    // Who works incidents alone is told how many.
    expect((await whatWouldHappen(w.ian, considered)).rules[0]?.records).toEqual({ count: 1, first: [] });
    await turnRule('SYNC-INC-1', false);
    const off = await whatWouldHappen(w.adam, considered);
    await turnRule('SYNC-INC-1', true);
    expect(off).toMatchObject({ records: 0, rules: [], off: [{ id: 'SYNC-INC-1', count: 1 }] });
  });

  it('SYNC-5 · says what would be refused, and stays silent of what is out of reach', async () => {
    const { kind, number, version } = await anIncident(w);
    const considered = { what: 'save', kind, number, version, values: { state: 'on_hold' } } as const;
    expect((await whatWouldHappen(w.ian, considered)).refused).not.toBe('');
    await expect(whatWouldHappen(w.nils, considered)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(whatWouldHappen(w.rita, considered)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
