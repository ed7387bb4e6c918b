import { expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { anIncident, change, fresh, world } from '#lib/testing/world.ts';
import { undoCascade } from './commands/undo-cascade.ts';
import { ownCascade } from './queries/own-cascade.ts';

const w = await world();

async function proactiveCasesOf(incidentId: string, count: number): Promise<void> {
  await db().$executeRaw`
    with made as (
      insert into tasks (kind, number, short_description, state, account_id, contact_id, opened_at, created_at, updated_at)
      select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Case ' || n,
             (array['new', 'open', 'awaiting_info'])[1 + n % 3], ${w.boxeo}::uuid, ${w.cora.id}::uuid, now(), now(), now()
      from generate_series(1, ${count}::int) n returning id)
    insert into cases (id, channel, proactive, incident_id) select id, 'proactive', true, ${incidentId}::uuid from made`;
}

const casesOf = (incidentId: string) =>
  db().task.findMany({
    where: { case: { incidentId } },
    orderBy: { id: 'asc' },
    select: { id: true, number: true, state: true, version: true },
  });

const byState = (cases: readonly { state: string }[]) =>
  Object.fromEntries([...Map.groupBy(cases, ({ state }) => state)].map(([state, all]) => [state, all.length]));

it('SYNC-7 · of 1,000 resolved cases 37 were changed since: 963 are restored, 37 are listed, journals keep both', async () => {
  const incident = await anIncident(w);
  await proactiveCasesOf(incident.id, 1_000);
  const before = await casesOf(incident.id);
  await change(w.ian, incident, {
    state: 'resolved',
    resolutionCode: 'solution_provided',
    resolutionNotes: 'Spliced.',
  });
  expect(byState(await casesOf(incident.id))).toEqual({ resolved: 1_000 });

  const touched = before.filter((_, n) => n % 27 === 0).slice(0, 37);
  for (const [n, { id, number }] of touched.entries()) {
    const text = 'Still down.';
    if (n % 3 === 0) await addEntry(w.cora, { kind: 'case', number, type: 'comment', text });
    else if (n % 3 === 1) await addEntry(w.ava, { kind: 'case', number, type: 'work_note', text });
    else await db().task.update({ where: { id }, data: { priority: 1, version: { increment: 1 } } });
  }
  const own = await ownCascade(w.ian, incident.id);
  expect(own?.undoable).toMatchObject({ cases: 1_000, changed: 37 });

  const { number } = await fresh(incident);
  const { restored, left } = await undoCascade(w.ian, { number, causeId: own?.causeId ?? '' });
  expect(restored).toBe(963);
  const numbers = touched.map((each) => each.number).toSorted();
  expect(left.map((each) => each.number).toSorted()).toEqual(numbers);

  const ids = new Set(touched.map(({ id }) => id));
  const after = await casesOf(incident.id);
  expect(after.filter(({ id }) => !ids.has(id))).toEqual(
    before.filter(({ id }) => !ids.has(id)).map((each) => ({ ...each, version: each.version + 2 })),
  );
  expect(byState(after.filter(({ id }) => ids.has(id)))).toEqual({ resolved: 37 });

  const [written] = await db().$queryRaw<{ resolved: number; undone: number; moves: number; mails: number }[]>`
    select count(*) filter (where e.text like '%and its proactive cases with it.%')::int as resolved,
      count(*) filter (where e.text like 'Ian Itil has undone the resolution with %')::int as undone,
      (select count(*)::int from field_changes f join cases c on c.id = f.task_id
       where c.incident_id = ${incident.id}::uuid and f.field = 'state') as moves,
      (select count(*)::int from mails where reason = 'the resolution was undone') as mails
    from journal_entries e join cases c on c.id = e.task_id where c.incident_id = ${incident.id}::uuid`;
  expect(written).toEqual({ resolved: 1_000, undone: 963, moves: 1_963, mails: 963 });
  const undone = (await ownCascade(w.ian, incident.id))?.undone;
  expect(undone?.restored).toBe(963);
  expect(undone?.left.map((each) => each.number)).toEqual(numbers);
});
