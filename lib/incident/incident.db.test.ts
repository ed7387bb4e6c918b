import { describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { db } from '#lib/platform/db.ts';
import {
  aCaseWithIncident,
  anIncident,
  change,
  commentsOf,
  fresh,
  journalOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';

const w = await world();

const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };
const asksCaller = { state: 'on_hold', holdReason: 'awaiting_caller' };

async function waitingFor(callerId: string): Promise<Incident> {
  const incident = await anIncident(w, { callerId });
  await change(w.ian, incident, asksCaller, { comment: 'Which floor?' });
  return incident;
}

describe('on hold', () => {
  it('INC-1 · needs a reason, and is refused at the field', async () => {
    const incident = await anIncident(w);
    await expect(change(w.ian, incident, { state: 'on_hold' })).rejects.toMatchObject({
      rule: 'INC-1',
      field: 'holdReason',
    });
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    expect(await fresh(incident)).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_vendor' });
  });

  it('INC-1 · for the caller it needs a question, which becomes a comment', async () => {
    const incident = await anIncident(w);
    await expect(change(w.ian, incident, asksCaller)).rejects.toMatchObject({ rule: 'INC-1', field: 'comment' });
    await change(w.ian, incident, asksCaller, { comment: 'Which floor?' });
    expect(await commentsOf(incident)).toEqual(['Which floor?']);
  });

  it('INC-1 · leaving it clears the reason, even if the form still sends it', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { state: 'in_progress', holdReason: 'awaiting_vendor' });
    expect(await fresh(incident)).toMatchObject({ state: 'in_progress', holdReason: null });
  });

  it('INC-2 · the caller’s answer takes it back to work', async () => {
    const incident = await waitingFor(w.nils.id);
    await addEntry(w.nils, { kind: 'incident', number: incident.number, type: 'comment', text: 'The third.' });
    expect(await fresh(incident)).toMatchObject({ state: 'in_progress', holdReason: null });
  });

  it('INC-2 · another user’s comment does not, nor does the caller’s while waiting for the vendor', async () => {
    const incident = await waitingFor(w.nils.id);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'Hello?' });
    expect((await fresh(incident)).state).toBe('on_hold');
    const vendor = await anIncident(w, { callerId: w.nils.id });
    await change(w.ian, vendor, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await addEntry(w.nils, { kind: 'incident', number: vendor.number, type: 'comment', text: 'Well?' });
    expect((await fresh(vendor)).state).toBe('on_hold');
  });

  it('INC-2 · a comment that SYNC-CASE-1 brings from the caller does; from a colleague it does not', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, asksCaller, { comment: 'Which floor?' });
    const says = { kind: 'case', number: theCase.number, type: 'comment', text: 'The third.' } as const;
    await addEntry(w.ben, says);
    expect((await fresh(incident)).state).toBe('on_hold');
    await addEntry(w.cora, says);
    expect((await fresh(incident)).state).toBe('in_progress');
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
  });
});

describe('resolution and priority', () => {
  it.each([
    ['no code', { resolutionNotes: 'Done.' }, 'resolutionCode'],
    ['no notes', { resolutionCode: 'duplicate' }, 'resolutionNotes'],
  ])('INC-3 · Resolved with %s is refused at the field', async (_what, values, field) => {
    const incident = await anIncident(w);
    const resolve = change(w.ian, incident, { state: 'resolved', ...values });
    await expect(resolve).rejects.toMatchObject({ rule: 'INC-3', field });
  });

  it('INC-3 · an incident is resolved, reopened, resolved and closed', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'resolved', ...solved });
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await fresh(incident)).toMatchObject({ state: 'in_progress', resolvedAt: null, resolvedById: null });
    await change(w.ian, incident, { state: 'resolved' });
    await change(w.ian, incident, { state: 'closed' });
    expect(await fresh(incident)).toMatchObject({ state: 'closed', active: false, resolvedById: w.ian.id, ...solved });
    await expect(change(w.ian, incident, { state: 'in_progress' })).rejects.toMatchObject({ rule: 'REC-5' });
  });

  it('INC-4 · with the lookup active priority is computed and read-only', async () => {
    const incident = await anIncident(w, { impact: 1, urgency: 2 });
    expect(incident.priority).toBe(2);
    const byHand = change(w.ian, incident, { priority: 1 });
    await expect(byHand).rejects.toMatchObject({ rule: 'INC-4', field: 'priority' });
    await change(w.ian, incident, { urgency: 1 });
    expect((await fresh(incident)).priority).toBe(1);
  });

  it('INC-4 · with the lookup inactive priority is set by hand', async () => {
    await setProperty('com.snc.incident.data_lookup_active', 'false');
    const incident = await anIncident(w, { impact: 1, urgency: 1 });
    await change(w.ian, incident, { priority: 2 });
    await change(w.ian, incident, { impact: 3 });
    expect(await fresh(incident)).toMatchObject({ priority: 2, impact: 3 });
    await setProperty('com.snc.incident.data_lookup_active', 'true');
  });

  it('INC-4, ADM-3 · a changed row of the lookup counts from the next update on', async () => {
    await db().priorityLookup.updateMany({ where: { impact: 2, urgency: 2 }, data: { priority: 5 } });
    const incident = await anIncident(w);
    await change(w.ian, incident, { impact: 2, urgency: 2 });
    expect((await fresh(incident)).priority).toBe(5);
    await db().priorityLookup.updateMany({ where: { impact: 2, urgency: 2 }, data: { priority: 3 } });
  });
});

describe('access to an incident', () => {
  it('INC-6 · an internal caller reads and comments on their own incident, and no other', async () => {
    const own = await anIncident(w, { callerId: w.nils.id });
    const other = await anIncident(w);
    const says = { kind: 'incident', type: 'comment', text: 'Any news?' } as const;
    await addEntry(w.nils, { ...says, number: own.number });
    expect(await journalOf(own)).toMatchObject([{ authorId: w.nils.id }]);
    await expect(addEntry(w.nils, { ...says, number: other.number })).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(change(w.nils, own, { impact: 1 })).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('INC-6, REC-1 · an internal caller comments, and writes no work notes', async () => {
    const own = await anIncident(w, { callerId: w.nils.id });
    const psst = { kind: 'incident', number: own.number, type: 'work_note', text: 'Psst' } as const;
    await expect(addEntry(w.nils, psst)).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('INC-6 · an external caller does not see it', async () => {
    const incident = await anIncident(w, { callerId: w.cora.id });
    const says = { kind: 'incident', number: incident.number, type: 'comment', text: 'Any news?' } as const;
    for (const external of [w.cora, w.ben, w.petra, w.jane])
      await expect(addEntry(external, says)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it.each(['watch_list', 'work_notes_list'] as const)('INC-6 · its %s takes internal users only', async (list) => {
    const { number, id } = await anIncident(w);
    const put = { kind: 'incident', number, list, watching: true } as const;
    await expect(watch(w.ian, { ...put, userId: w.cora.id })).rejects.toMatchObject({ field: 'userId' });
    await watch(w.ian, { ...put, userId: w.rita.id });
    expect(await db().taskWatcher.count({ where: { taskId: id } })).toBe(1);
  });
});
