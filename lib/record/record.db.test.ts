import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { aCase, anIncident, change, commentsOf, fresh, holderOf, journalOf, world } from '#lib/testing/world.ts';
import type { FieldValue } from './field.ts';
import { fieldValue } from './field-value.ts';
import type { TaskRecord } from './record.ts';
import { WATCHERS_AT_MOST } from './rules/watchers.ts';
import { AddEntry, FieldValues } from './schema.ts';

const w = await world();

function onlyRefusals(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

const changesOf = (taskId: string) =>
  db().fieldChange.findMany({ where: { taskId }, orderBy: [{ version: 'asc' }, { field: 'asc' }] });

describe('numbers', () => {
  it('forty records created concurrently have forty numbers', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => Promise.all([aCase(w), anIncident(w)])));
    const numbers = made.flat().map(({ number }) => number);
    expect(new Set(numbers).size).toBe(40);
    expect(numbers.filter((number) => /^CS000\d{4}$/.test(number))).toHaveLength(20);
    expect(numbers.filter((number) => /^INC001\d{4}$/.test(number))).toHaveLength(20);
  });

  it('the number of a refused creation is never reused', async () => {
    const before = await aCase(w);
    await expect(aCase(w, { contactId: null })).rejects.toMatchObject({ rule: 'REC-5', field: 'contactId' });
    const after = await aCase(w);
    expect(after.number > before.number).toBe(true);
  });
});

describe('the journal', () => {
  it('REC-1 · an entry has its author, its time and its words as written', async () => {
    const theCase = await aCase(w);
    const text = '**Bold** <script>alert(1)</script>\n- and a list ';
    const time = new Date('2026-10-01T10:00:00Z');
    await at(time, () => addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'work_note', text }));
    expect(await journalOf(theCase)).toMatchObject([
      { type: 'work_note', authorId: w.ava.id, text, createdAt: time, lines: null, sourceTaskId: null },
    ]);
  });

  it('REC-1 · a customer comments, and writes no work notes', async () => {
    const { number } = await aCase(w);
    const entry = { kind: 'case', number, text: 'Hello' } as const;
    await addEntry(w.cora, { ...entry, type: 'comment' });
    await expect(addEntry(w.cora, { ...entry, type: 'work_note' })).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('REC-1 · the work notes list takes staff only, a case’s watch list anyone', async () => {
    const { number, id } = await aCase(w);
    const put = { kind: 'case', number, userId: w.cora.id, watching: true } as const;
    await expect(watch(w.ava, { ...put, list: 'work_notes_list' })).rejects.toMatchObject({ rule: 'REC-1' });
    await watch(w.ava, { ...put, list: 'watch_list' });
    expect(await db().taskWatcher.count({ where: { taskId: id } })).toBe(1);
    await watch(w.ava, { ...put, list: 'watch_list', watching: false });
    expect(await db().taskWatcher.count({ where: { taskId: id } })).toBe(0);
  });

  it('ACC-6, REL-16 · a person outside the actor’s access looks like a missing person', async () => {
    const { number } = await aCase(w);
    const put = (userId: string) =>
      watch(w.pat, { kind: 'case', number, list: 'watch_list', userId, watching: true }).catch((no) => no);
    const unknown = await put('01935f3e-1111-7222-8333-444455556666');
    expect(unknown).toMatchObject({ rule: 'REC-5', because: 'There is no such person.' });
    expect(await put(w.jane.id)).toEqual(unknown);
    expect((await put(w.nils.id)).because).toContain('Nils Nobody');
  });
});

describe('the watch lists', () => {
  const put = (record: TaskRecord, { id: userId }: { id: string }, watching = true) => ({
    kind: record.kind,
    number: record.number,
    list: 'watch_list' as const,
    userId,
    watching,
  });

  it('REC-2 · added and removed watchers are a field change, with its cause', async () => {
    const theCase = await aCase(w);
    await watch(w.ava, put(theCase, w.rita));
    await watch(w.ava, put(theCase, w.pat));
    await watch(w.ava, put(theCase, w.rita, false));
    await watch(w.ava, { ...put(theCase, w.pat), list: 'work_notes_list' });
    const changes = (await changesOf(theCase.id)).filter(({ field }) => field.endsWith('List'));
    expect(
      changes.map(({ version, field, oldDisplay, newDisplay }) => [version, field, oldDisplay, newDisplay]),
    ).toEqual([
      [2, 'watchList', '', 'Rita Reader'],
      [3, 'watchList', 'Rita Reader', 'Pat Plain, Rita Reader'],
      [4, 'watchList', 'Pat Plain, Rita Reader', 'Pat Plain'],
      [5, 'workNotesList', '', 'Pat Plain'],
    ]);
    expect(changes[1]).toMatchObject({ oldValue: w.rita.id, newValue: `${w.pat.id},${w.rita.id}` });
    const causes = await db().cause.findMany({ where: { id: { in: changes.map(({ causeId }) => causeId) } } });
    expect(causes.map(({ command, actorId }) => [command, actorId])).toEqual(changes.map(() => ['watch', w.ava.id]));
    expect((await fresh(theCase)).version).toBe(5);
  });

  it('REC-2 · adding or removing twice changes nothing', async () => {
    const theCase = await aCase(w);
    await watch(w.ava, put(theCase, w.rita, false));
    await watch(w.ava, put(theCase, w.rita));
    await watch(w.ava, put(theCase, w.rita));
    expect((await fresh(theCase)).version).toBe(2);
  });

  it('a deactivated user is removed, and cannot be added again', async () => {
    const theCase = await aCase(w);
    const gone = await holderOf('Gone', ['sn_customerservice_agent']);
    await watch(w.ava, put(theCase, gone));
    await db().user.update({ where: { id: gone.id }, data: { active: false } });
    await watch(w.ava, put(theCase, gone, false));
    expect(await db().taskWatcher.count({ where: { taskId: theCase.id } })).toBe(0);
    await expect(watch(w.ava, put(theCase, gone))).rejects.toMatchObject({ rule: 'REC-5', field: 'userId' });
  });

  it.each(['ian', 'cleo', 'carl', 'nils'] as const)(
    'INC-6, REC-5 · %s, who may not see the case of Cora, cannot be added to its lists',
    async (name) => {
      const theCase = await aCase(w);
      await expect(watch(w.ava, put(theCase, w[name]))).rejects.toMatchObject({
        rule: 'REC-5',
        because: `${w[name].name} may not see ${theCase.number}, and so cannot watch it.`,
        field: 'userId',
      });
      expect(await db().taskWatcher.count({ where: { taskId: theCase.id } })).toBe(0);
    },
  );

  it('REC-5 · the number of watchers per list is limited', async () => {
    const theCase = await aCase(w);
    const staff = { kind: 'internal', audience: 'internal' } as const;
    const data = Array.from({ length: WATCHERS_AT_MOST }, (_, count) => ({
      ...staff,
      name: `Watcher ${count}`,
      email: `watcher-${count}@example.test`,
    }));
    const users = await db().user.createManyAndReturn({ data, select: { id: true } });
    const rows = users.map(({ id: userId }) => ({ taskId: theCase.id, list: 'watch_list' as const, userId }));
    await db().taskWatcher.createMany({ data: rows });
    await expect(watch(w.ava, put(theCase, w.rita))).rejects.toMatchObject({ rule: 'REC-5', field: 'userId' });
    await watch(w.ava, { ...put(theCase, w.rita), list: 'work_notes_list' });
    await watch(w.ava, put(theCase, { id: rows[0]?.userId ?? '' }, false));
    await watch(w.ava, put(theCase, w.rita));
  });
});

describe('history', () => {
  it('REC-2 · has every changed field with old and new value, user and time', async () => {
    const incident = await anIncident(w);
    const time = new Date('2026-10-01T10:00:00Z');
    await at(time, () =>
      change(w.ian, incident, { impact: 1, assignedToId: w.ian.id, shortDescription: 'Both controllers are down' }),
    );
    const changes = (await changesOf(incident.id)).filter(({ version }) => version === 2);
    expect(changes).toMatchObject([
      { field: 'assignedToId', oldValue: null, newValue: w.ian.id, oldDisplay: '', newDisplay: 'Ian Itil' },
      { field: 'impact', oldDisplay: '3 - Low', newDisplay: '1 - High' },
      { field: 'priority', oldDisplay: '5 - Planning', newDisplay: '3 - Moderate' },
      { field: 'shortDescription', oldValue: 'The controller is down', newValue: 'Both controllers are down' },
    ]);
    expect(changes.every(({ changedAt }) => changedAt.getTime() === time.getTime())).toBe(true);
    const cause = await db().cause.findUniqueOrThrow({ where: { id: changes[0]?.causeId ?? '' } });
    expect(cause).toMatchObject({ actorId: w.ian.id, taskId: incident.id, command: 'update-incident' });
  });

  const wish = fc.record(
    {
      state: fc.constantFrom(...Object.keys(definitions.incident.states)),
      holdReason: fc.constantFrom(null, 'awaiting_vendor', 'awaiting_change'),
      resolutionCode: fc.constantFrom(null, 'duplicate', 'user_error'),
      resolutionNotes: fc.constantFrom('', 'Restarted.'),
      impact: fc.integer({ min: 1, max: 3 }),
      urgency: fc.integer({ min: 1, max: 3 }),
      subcategory: fc.constantFrom('', 'Controller'),
      description: fc.string({ maxLength: 20, unit: 'binary-ascii' }),
    },
    { requiredKeys: [] },
  );

  it('REC-2 · replayed from its beginning it leads to the current record, after any updates', async () => {
    const names = Object.keys(definitions.incident.fields);
    const asText = (value: FieldValue) => (value === null ? null : String(value));
    const textsOf = (record: TaskRecord) => new Map(names.map((name) => [name, asText(fieldValue(record, name))]));
    const replays = fc.asyncProperty(fc.array(wish, { maxLength: 8 }), async (wishes) => {
      const incident = await anIncident(w);
      for (const values of wishes) await change(w.ian, incident, FieldValues.parse(values)).catch(onlyRefusals);
      const replayed = textsOf(incident);
      const later = (await changesOf(incident.id)).filter(({ version }) => version > 1);
      for (const { field, oldValue, newValue } of later) {
        expect(replayed.get(field)).toBe(oldValue);
        replayed.set(field, newValue);
      }
      expect(replayed).toEqual(textsOf(await fresh(incident)));
    });
    await fc.assert(replays, { numRuns: 25 });
  });

  it('REC-2 · a refused update leaves no trace', async () => {
    const incident = await anIncident(w);
    await expect(change(w.ian, incident, { impact: 1, state: 'closed' }, { workNote: 'Psst' })).rejects.toMatchObject({
      rule: 'REC-5',
      field: 'state',
    });
    expect(await fresh(incident)).toEqual(incident);
    expect(await journalOf(incident)).toEqual([]);
    expect(await changesOf(incident.id)).toHaveLength(1);
  });
});

describe('two editors', () => {
  it('REC-3 · the second reads who changed what, and nothing is saved', async () => {
    const theCase = await aCase(w);
    await change(w.pat, theCase, { priority: 2 });
    const stale = { kind: 'case', number: theCase.number, version: 1, workNote: 'Mine' } as const;
    const refusal = await updateTask(w.ava, { ...stale, values: { priority: 1, channel: 'phone' } }).catch((no) => no);
    expect(refusal).toMatchObject({
      rule: 'REC-3',
      field: 'priority',
      because: 'Pat Plain changed Priority while you were editing. Nothing was saved.',
      details: {
        version: 2,
        conflicts: [
          {
            field: 'priority',
            label: 'Priority',
            theirs: 2,
            theirsShown: '2 - High',
            yoursShown: '1 - Critical',
            by: 'Pat Plain',
          },
        ],
      },
    });
    expect(await fresh(theCase)).toMatchObject({ priority: 2, channel: 'web', version: 2 });
    expect(await journalOf(theCase)).toEqual([]);
  });

  it('REC-3 · theirs can be applied again on the version that the refusal names', async () => {
    const theCase = await aCase(w);
    await change(w.pat, theCase, { priority: 2 });
    const update = { kind: 'case', number: theCase.number, values: { priority: 1 } } as const;
    await expect(updateTask(w.ava, { ...update, version: 1 })).rejects.toMatchObject({ rule: 'REC-3' });
    await updateTask(w.ava, { ...update, version: 2 });
    expect(await fresh(theCase)).toMatchObject({ priority: 1, version: 3 });
  });

  it('REC-3 · changes to different fields merge', async () => {
    const theCase = await aCase(w);
    const update = { kind: 'case', number: theCase.number, version: 1 } as const;
    await updateTask(w.pat, { ...update, values: { priority: 2 } });
    await updateTask(w.ava, { ...update, values: { channel: 'phone' } });
    expect(await fresh(theCase)).toMatchObject({ priority: 2, channel: 'phone', version: 3 });
  });

  it('REC-3 · a change that the editor has seen is no conflict, even if somebody else changed another field since', async () => {
    const theCase = await aCase(w);
    const update = { kind: 'case', number: theCase.number } as const;
    await updateTask(w.pat, { ...update, version: 1, values: { priority: 2 } });
    await updateTask(w.pat, { ...update, version: 2, values: { channel: 'phone' } });
    await updateTask(w.ava, { ...update, version: 2, values: { priority: 1 } });
    expect(await fresh(theCase)).toMatchObject({ priority: 1, channel: 'phone', version: 4 });
  });

  it('REC-3 · the same value twice is no conflict', async () => {
    const theCase = await aCase(w);
    const update = { kind: 'case', number: theCase.number, version: 1, values: { priority: 2 } } as const;
    await updateTask(w.pat, update);
    await updateTask(w.ava, update);
    expect(await fresh(theCase)).toMatchObject({ priority: 2, version: 2 });
  });

  it('REC-3 · of many at once on one field one is saved', async () => {
    const theCase = await aCase(w);
    const results = await Promise.allSettled(
      [1, 2, 3, 5].map((priority) =>
        updateTask(w.ava, { kind: 'case', number: theCase.number, version: 1, values: { priority } }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => reason.rule)).toEqual(['REC-3', 'REC-3', 'REC-3']);
    expect((await fresh(theCase)).version).toBe(2);
  });
});

describe('bad input', () => {
  const stranger = '00000000-0000-7000-8000-000000000000';

  it.each<[string, Record<string, string | number | boolean | null>, string]>([
    ['no short description', { shortDescription: '' }, 'shortDescription'],
    ['a blank short description', { shortDescription: '  ' }, 'shortDescription'],
    ['161 characters', { shortDescription: 'x'.repeat(161) }, 'shortDescription'],
    ['32,001 characters', { description: 'x'.repeat(32_001) }, 'description'],
    ['a priority of 6', { priority: 6 }, 'priority'],
    ['a channel that does not exist', { channel: 'fax' }, 'channel'],
    ['a contact that does not exist', { contactId: stranger }, 'contactId'],
    ['a reference that is no id', { configurationItemId: 'sdwan' }, 'configurationItemId'],
    ['a field that does not exist', { colour: 'red' }, 'colour'],
    ['a field that only the product sets', { incidentId: stranger }, 'incidentId'],
    ['a state', { state: 'closed' }, 'state'],
    ['a resolution without its move', { resolutionCode: 'duplicate' }, 'resolutionCode'],
    ['no customer', { contactId: null }, 'contactId'],
  ])('REC-5 · a new case with %s is refused at its field', async (_what, values, field) => {
    const before = await db().task.count();
    const given = { shortDescription: 'The line is down', contactId: w.cora.id, ...values };
    await expect(createTask(w.ava, { kind: 'case', values: given })).rejects.toMatchObject({ rule: 'REC-5', field });
    expect(await db().task.count()).toBe(before);
  });

  it('REC-5 · a short description of 160 characters and a description of 32,000 fit', async () => {
    const longest = { shortDescription: 'x'.repeat(160), description: 'y'.repeat(32_000) };
    expect(await fresh(await aCase(w, longest))).toMatchObject(longest);
  });

  it('REC-5 · an entry has words, and not too many', async () => {
    const { number } = await aCase(w);
    const entry = { kind: 'case', number, type: 'comment' } as const;
    await expect(addEntry(w.ava, { ...entry, text: ' \n' })).rejects.toMatchObject({ rule: 'REC-5', field: 'comment' });
    await expect(addEntry(w.ava, { ...entry, text: 'x'.repeat(32_001) })).rejects.toMatchObject({ rule: 'REC-5' });
    await addEntry(w.ava, { ...entry, text: 'x'.repeat(32_000) });
  });

  it('REC-3 · a future version is refused like an outdated one', async () => {
    const incident = await anIncident(w);
    const late = { kind: 'incident', number: incident.number, version: incident.version + 1 } as const;
    await expect(updateTask(w.ian, { ...late, values: { subcategory: 'Router' } })).rejects.toMatchObject({
      rule: 'REC-3',
    });
    expect(await fresh(incident)).toEqual(incident);
  });

  it('REC-5, ACC-12 · one line stays one line, and half a character is no reason to fail', async () => {
    const incident = await anIncident(w);
    const broken = change(w.ian, incident, { shortDescription: 'Down\r\nBcc: everybody@example.com' });
    await expect(broken).rejects.toMatchObject({ rule: 'REC-5', field: 'shortDescription' });
    const { text } = AddEntry.parse({ kind: 'incident', number: 'x', type: 'comment', text: 'Half \ud800' });
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text });
    expect(await commentsOf(incident)).toEqual(['Half \ufffd']);
  });

  it('a contact fills the account, an asset the product; the account is the contact’s from then on', async () => {
    const theCase = await aCase(w, { assetId: w.asset });
    expect(await fresh(theCase)).toMatchObject({ accountId: w.boxeo, productId: w.product });
    await expect(change(w.ava, theCase, { accountId: w.funco })).rejects.toMatchObject({ field: 'accountId' });
    await change(w.ava, theCase, { contactId: w.fiona.id, assetId: null });
    expect(await fresh(theCase)).toMatchObject({ accountId: w.funco });
  });

  it('REC-2 · an update that changes nothing writes nothing', async () => {
    const theCase = await aCase(w);
    await change(w.ava, theCase, { priority: theCase.priority });
    expect((await fresh(theCase)).version).toBe(1);
  });

  it('the resolver, the closer and the times follow from the state', async () => {
    const theCase = await aCase(w);
    const { number } = theCase;
    const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };
    await moveCase(w.ava, { number, verb: 'propose-solution', values: solved });
    expect(await fresh(theCase)).toMatchObject({ resolvedById: w.ava.id, closedById: null, active: true });
    await moveCase(w.cora, { number, verb: 'reject-solution', comment: 'Still down.' });
    expect(await fresh(theCase)).toMatchObject({ resolvedById: null, resolvedAt: null, active: true });
    const again = { ...solved, resolutionNotes: 'Replaced once more.' };
    await moveCase(w.ava, { number, verb: 'propose-solution', values: again });
    await moveCase(w.cora, { number, verb: 'accept-solution' });
    expect(await fresh(theCase)).toMatchObject({ resolvedById: w.ava.id, closedById: w.cora.id, active: false });
  });
});
