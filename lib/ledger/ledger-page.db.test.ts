import { describe, expect, it } from 'vitest';
import { undoCascade } from '#lib/cascade/commands/undo-cascade.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { undoChange } from '#lib/engine/commands/undo-change.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { aCase, aCaseWithIncident, anIncident, anotherCaseOf, change, fresh, world } from '#lib/testing/world.ts';
import { retryMails } from './commands/retry-mails.ts';
import { ledgerPage } from './queries/ledger-page.ts';
import { offeredUpdates } from './queries/offered-updates.ts';

const w = await world();

const pageOf = ({ number }: Incident, after: string | null = null, by = w.ian) =>
  ledgerPage(by, { kind: 'incident', number, after });
const comment = (number: string, text: string) => addEntry(w.ian, { kind: 'incident', number, type: 'comment', text });

describe('the tab Updates', () => {
  it('SYNC-6 · shows time, user, the records updated by each rule, what was left out and why, and the emails', async () => {
    const incident = await anIncident(w);
    const cases = [];
    for (let n = 0; n < 3; n++) cases.push(await anotherCaseOf(w, incident));
    const [theCase, over] = cases;
    await db().task.update({ where: { id: over?.id ?? '' }, data: { state: 'closed', active: false } });
    const list = 'work_notes_list';
    await db().taskWatcher.create({ data: { taskId: theCase?.id ?? '', list, userId: w.ava.id } });
    await change(w.ian, incident, { state: 'in_progress' });
    const { updates, next } = await pageOf(incident);
    const rule = { id: 'SYNC-INC-1', name: 'Update case on incident state change', written: 2 };
    expect(updates).toMatchObject([
      {
        by: 'Ian Itil',
        number: incident.number,
        rules: [{ ...rule, leftOut: [{ reason: 'closed or cancelled', records: 1 }] }],
        mails: { sent: 0, waiting: 1, failed: 0, suppressed: 0 },
      },
    ]);
    expect(next).toBeNull();
    await db().mail.updateMany({ data: { status: 'sent', nextTryAt: null, sentAt: new Date() } });
    expect((await pageOf(incident)).updates[0]?.mails).toMatchObject({ sent: 1, waiting: 0 });
  });

  it('SYNC-6, MAIL-10 · says which update is the undo of the one before', async () => {
    const incident = await anIncident(w);
    await anotherCaseOf(w, incident);
    await change(w.ian, incident, { state: 'in_progress' });
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const { kind, number, version } = await fresh(incident);
    await undoChange(w.ian, { what: 'state', kind, number, version });
    const { updates } = await pageOf(incident);
    expect(updates.map(({ isUndo }) => isUndo)).toEqual([true, false, false]);
    const [undo, save] = updates;
    expect(updates.map(({ undoes }) => undoes)).toEqual([save?.at, null, null]);
    expect(updates.map(({ undone }) => undone)).toEqual([null, undo?.at, null]);
  });

  it('SYNC-6, SYNC-7 · says which update resolved the cases that an undo gave back', async () => {
    const incident = await anIncident(w);
    const { id } = await anotherCaseOf(w, incident);
    await db().case.update({ where: { id }, data: { proactive: true } });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    const where = { taskId: incident.id, rules: { has: 'SYNC-INC-5' } };
    const { id: causeId } = await db().cause.findFirstOrThrow({ where });
    await undoCascade(w.ian, { number: incident.number, causeId });
    const [undo, save] = (await pageOf(incident)).updates;
    expect([undo?.isUndo, undo?.undoes, undo?.undone]).toEqual([true, save?.at, null]);
    expect([save?.isUndo, save?.undoes, save?.undone]).toEqual([false, null, undo?.at]);
  });

  it('SYNC-6 · has the newest first, 20 a page, each once', async () => {
    const incident = await anIncident(w);
    await anotherCaseOf(w, incident);
    for (let n = 0; n < 21; n++) await comment(incident.number, `Comment ${n}`);
    const first = await pageOf(incident);
    const second = await pageOf(incident, first.next);
    expect([first.updates.length, second.updates.length, second.next]).toEqual([20, 1, null]);
    const times = [...first.updates, ...second.updates].map(({ at, id }) => `${at} ${id}`);
    expect(times).toEqual([...new Set(times)].toSorted().toReversed());
  });

  it.each([
    ['may see no incident', 'nils', 'REL-16'],
    ['is a customer', 'cora', 'REL-16'],
    ['reads incidents only', 'rita', 'ACC-6'],
  ] as const)('SYNC-6, ACC-6 · is not for somebody who %s', async (_who, name, rule) => {
    const incident = await anIncident(w);
    // ACC-5: a user without permission must not learn whether an email has failed.
    const updateId = await anUpdateWithMails(incident.id, ['sent']);
    await expect(pageOf(incident, null, w[name])).rejects.toMatchObject({ rule });
    await expect(retryMails(w[name], { updateId })).rejects.toMatchObject({ rule });
  });
});

describe('the offer of the tab', () => {
  const offered = (by: typeof w.ian, { id, kind }: Pick<TaskRecord, 'id' | 'kind'>) =>
    offeredUpdates(by, { id, kind, isMajorCase: false });

  it('SYNC-6, ACC-6 · readers without the ledger read which role shows it, the same with and without updates', async () => {
    const [updated, quiet] = [await anIncident(w, { callerId: w.nils.id }), await anIncident(w)];
    await anotherCaseOf(w, updated);
    await change(w.ian, updated, { state: 'in_progress' });
    const refusal = 'You need the role itil to see which records were updated by changes of incidents.';
    const refused = { sends: false, receives: false, refusal };
    expect(await offered(w.nils, updated)).toEqual(refused);
    expect(await offered(w.rita, quiet)).toEqual(refused);
    expect(await offered(w.rita, updated)).toEqual({ ...refused, receives: true });
    expect(await offered(w.ian, updated)).toEqual({ sends: true, receives: true, refusal: null });
    await expect(pageOf(updated, null, w.rita)).rejects.toMatchObject({ because: refusal });
  });

  it('SYNC-6, ACC-6 · a major case says so to viewers; another case shows them what it received, nothing else', async () => {
    const { id, kind } = await aCase(w);
    const asMajor = await offeredUpdates(w.vic, { id, kind, isMajorCase: true });
    expect(asMajor?.refusal).toMatch(/^You need the role sn_customerservice_agent or /);
    expect(await offered(w.vic, { id, kind })).toBeNull();
    const { theCase } = await aCaseWithIncident(w);
    expect(await offered(w.vic, theCase)).toEqual({ sends: false, receives: true, refusal: null });
  });
});

describe('Retry', () => {
  it('SYNC-6, ADM-12 · has the failed emails of that update sent again, and no others; once, and audited', async () => {
    const incident = await anIncident(w);
    const updateId = await anUpdateWithMails(incident.id, ['sent', 'failed', 'failed', 'suppressed']);
    await anUpdateWithMails(incident.id, ['failed']);
    const settled = await Promise.allSettled([1, 2].map(() => retryMails(w.ian, { updateId })));
    expect(settled).toContainEqual({ status: 'fulfilled', value: { waiting: 2, unreachable: 0 } });
    expect(settled).toContainEqual({ status: 'rejected', reason: expect.objectContaining({ rule: 'SYNC-6' }) });
    const { updates } = await pageOf(incident);
    expect(updates.map(({ mails }) => mails)).toEqual([
      { sent: 0, waiting: 0, failed: 1, suppressed: 0 },
      { sent: 1, waiting: 2, failed: 0, suppressed: 1 },
    ]);
    const where = { action: 'update.mails-resent', subject: incident.number };
    expect(await db().auditEntry.findMany({ where })).toMatchObject([{ actorId: w.ian.id, newValue: 2 }]);
  });
});
