import { describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { aCase, anIncident, change, commentsOf, fresh, notesOf, setProperty, world } from '#lib/testing/world.ts';

const w = await world();

/** The connection pool's size: more would wait for connections, which this test does not cover. */
const AT_ONCE = 10;

/** How many succeeded, and the refusals; anything else fails the test. */
async function outcomesOf(attempts: readonly (() => Promise<unknown>)[]) {
  const results: PromiseSettledResult<unknown>[] = [];
  const waiting = attempts.values();
  const takeTurns = async () => {
    for (const attempt of waiting) results.push(...(await Promise.allSettled([attempt()])));
  };
  await Promise.all(times(AT_ONCE, takeTurns));
  const reasons = results.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
  expect(reasons.filter((reason) => !(reason instanceof Refusal))).toEqual([]);
  return { done: results.length - reasons.length, refusals: reasons.filter((reason) => reason instanceof Refusal) };
}

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('concurrent commands', () => {
  it('REL-4, Q-12 · fifty create an incident from one case: one is created, 49 read which', async () => {
    const theCase = await aCase(w);
    const before = await db().incident.count();
    const { done, refusals } = await outcomesOf(
      times(50, () => () => createFromCase(w.ava, { caseNumber: theCase.number, variant: 'incident', values: {} })),
    );
    const incident = await db().incident.findFirstOrThrow({
      where: { cases: { some: { id: theCase.id } } },
      include: { task: true },
    });
    expect(done).toBe(1);
    expect(new Set(refusals.map(({ rule, because }) => `${rule} ${because}`))).toEqual(
      new Set([`REL-4 ${theCase.number} already has incident ${incident.task.number}.`]),
    );
    expect(refusals).toHaveLength(49);
    expect(await db().incident.count()).toBe(before + 1);
    expect(await notesOf(theCase)).toHaveLength(1);
    expect(await notesOf(incident)).toHaveLength(1);
  });

  it('REL-4 · one creates and another associates: the case has one incident', async () => {
    const theCase = await aCase(w);
    const incident = await anIncident(w);
    const caseNumber = theCase.number;
    const { done, refusals } = await outcomesOf([
      ...times(5, () => () => createFromCase(w.ava, { caseNumber, variant: 'incident', values: {} })),
      ...times(5, () => () => associate(w.ava, { caseNumber, link: 'incident', number: incident.number })),
    ]);
    expect([done, refusals.length]).toEqual([1, 9]);
    expect(await notesOf(theCase)).toHaveLength(1);
  });

  it('SYNC-000, SYNC-00 · updates, associations and removals: no note is missing or doubled', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const incidents = await Promise.all(times(3, () => anIncident(w)));
    const cases = await Promise.all(times(6, () => aCase(w)));
    const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
    const { done } = await outcomesOf(
      times(180, (index) => () => {
        const incident = pick(incidents, Math.floor(index / 3));
        const theCase = pick(cases, Math.floor(index / 7));
        const link = { caseNumber: theCase.number, link: 'incident', number: incident.number } as const;
        if (index % 9 === 0) return change(w.ian, incident, { impact: 1 + (index % 3) }, { comment: `Word ${index}` });
        if (index % 3 === 0) return associate(w.ava, link);
        if (index % 5 === 0) return remove(w.ava, link);
        const record = index % 2 ? theCase : incident;
        const by = index % 2 ? w.cora : w.ian;
        return addEntry(by, { kind: record.kind, number: record.number, type: 'comment', text: `Word ${index}` });
      }),
    );
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
    expect(done).toBeGreaterThan(60);
    expect(await unexplained()).toEqual([]);
  });

  it('REC-3 · two editors of different fields, many times over: nothing is lost', async () => {
    const theCase = await aCase(w);
    const each = { kind: 'case', number: theCase.number } as const;
    await outcomesOf([
      () => change(w.ava, theCase, { channel: 'phone' }),
      () => change(w.pat, theCase, { priority: 1 }),
      ...times(10, (index) => () => addEntry(w.ava, { ...each, type: 'work_note', text: `Note ${index}` })),
      ...times(10, (index) => () => addEntry(w.cora, { ...each, type: 'comment', text: `Comment ${index}` })),
    ]);
    expect(await fresh(theCase)).toMatchObject({ channel: 'phone', priority: 1, version: 3 });
    expect((await notesOf(theCase)).length + (await commentsOf(theCase)).length).toBe(20);
  });
});

/** Differences between expected and actual notes; empty if each incident comment reached each of its cases once. */
async function unexplained(): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, number } of await db().task.findMany({ where: { kind: 'incident' } })) {
    const linked = new Set<string>();
    // Ids are ascending and assigned under the incident's lock, so they give the order of the commands.
    for (const entry of await db().journalEntry.findMany({
      where: { taskId: id },
      orderBy: { id: 'asc' },
      include: { cause: true },
    })) {
      if (entry.text.endsWith(' associated.')) linked.add(entry.sourceTaskId ?? '');
      if (entry.text.endsWith(' removed.')) linked.delete(entry.sourceTaskId ?? '');
      if (entry.type !== 'comment') continue;
      const copies = await db().journalEntry.findMany({ where: { causeId: entry.causeId, sourceTaskId: id } });
      const reached = copies.map(({ taskId }) => taskId);
      const expected = [...linked].filter((caseId) => caseId !== entry.cause.taskId);
      if (reached.sort().join() !== expected.sort().join())
        wrong.push(`${number} ${entry.text}: ${reached.join()} instead of ${expected.join()}`);
    }
  }
  return wrong;
}
