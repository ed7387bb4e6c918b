import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { anIncident, anotherCaseOf, turnRule, type World, world } from '#lib/platform/testing/world.ts';
import { whatWouldHappen } from './what-would-happen.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

describe('What would happen?', () => {
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

  it('SYNC-5, MAIL-10 · counts as held back what goes to somebody who may no longer see the record', async () => {
    const incident = await anIncident(w);
    const theCase = await anotherCaseOf(w, incident);
    const { kind, number, version } = incident;
    const considered = { what: 'save', kind, number, version, values: { state: 'in_progress' } } as const;
    const list = 'work_notes_list';
    await db().taskWatcher.create({ data: { taskId: theCase.id, list, userId: w.ava.id } });
    expect((await whatWouldHappen(w.ian, considered)).mails).toEqual({ queued: 1, heldBack: 0 });
    await db().taskWatcher.create({ data: { taskId: theCase.id, list, userId: w.nils.id } });
    expect((await whatWouldHappen(w.ian, considered)).mails).toEqual({ queued: 1, heldBack: 1 });
  });

  it('SYNC-5 · says what would be refused, and stays silent of what is out of reach', async () => {
    const { kind, number, version } = await anIncident(w);
    const considered = { what: 'save', kind, number, version, values: { state: 'on_hold' } } as const;
    expect((await whatWouldHappen(w.ian, considered)).refused).not.toBe('');
    await expect(whatWouldHappen(w.nils, considered)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(whatWouldHappen(w.rita, considered)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
