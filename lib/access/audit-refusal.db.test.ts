import { beforeEach, describe, expect, it } from 'vitest';
import { GET as exportList } from '#app/api/export/[kind]/route.ts';
import { GET as timeline } from '#app/api/timeline/route.ts';
import { POST as wouldUpdate } from '#app/api/would-update/route.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { assignManyAction } from '#lib/list/actions.ts';
import { createRecordsAction } from '#lib/new-record/actions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { addEntryAction } from '#lib/record-page/actions.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, fresh, world } from '#lib/testing/world.ts';

const w = await world();
beforeEach(() => emptyAuditLog());

function exported(actor: Actor): Promise<Response> {
  signedIn.actor = actor;
  const params = Promise.resolve({ kind: 'cases' });
  return exportList(new Request('http://localhost:3000/api/export/cases'), { params });
}

const audited = async ({ id: actorId }: Actor) =>
  (await db().auditEntry.findMany({ where: { actorId, action: 'action.refused' } })).map(
    ({ subject, newValue }) => `${subject} > ${typeof newValue === 'string' ? newValue : ''}`,
  );

describe('refused attempts', () => {
  it('ADM-12 · an export is in the audit log with its user; an allowed one is not', async () => {
    expect((await exported(w.ian)).status).toBe(403);
    expect(await audited(w.ian)).toEqual(['record.export > ACC-6: Your roles do not allow you to export cases.']);
    expect((await exported(w.ava)).status).toBe(200);
    expect(await audited(w.ava)).toEqual([]);
  });

  it('ADM-12, REL-16 · an attempt on a hidden record is logged like one on a missing record', async () => {
    const { number } = await anIncident(w);
    signedIn.actor = w.pat;
    for (const each of [number, 'INC0999999'])
      await addEntryAction({ kind: 'incident', number: each, type: 'comment', text: 'Hello' });
    expect(await audited(w.pat)).toEqual([
      `record.comment > REL-16: There is no incident ${number} that you can see.`,
      'record.comment > REL-16: There is no incident INC0999999 that you can see.',
    ]);
  });

  it('ADM-12, SYNC-3 · a preview of updates is logged too, the same one once an hour', async () => {
    const [{ number }, other] = [await anIncident(w), await anIncident(w)];
    signedIn.actor = w.pat;
    const ask = async (asked: string) => {
      const body = JSON.stringify({ what: 'save', kind: 'incident', number: asked, version: 1, values: { impact: 1 } });
      const headers = { 'content-type': 'application/json' };
      return (
        await wouldUpdate(new Request('http://localhost:3000/api/would-update', { method: 'POST', headers, body }))
      ).status;
    };
    const first = `record.would-update > REL-16: There is no incident ${number} that you can see.`;
    const second = `record.would-update > REL-16: There is no incident ${other.number} that you can see.`;
    for (const asked of [number, other.number, number, other.number]) expect(await ask(asked)).toBe(404);
    expect(await audited(w.pat)).toEqual([first, second]);
    await at(new Date(Date.now() + 3_601_000), () => ask(number));
    expect(await audited(w.pat)).toEqual([first, second, first]);
  });

  it('ADM-12, REL-16 · so does one by a route', async () => {
    const { number } = await anIncident(w);
    signedIn.actor = w.pat;
    const ask = async () =>
      (await timeline(new Request(`http://localhost:3000/api/timeline?kind=incident&number=${number}`))).status;
    expect(await ask()).toBe(404);
    expect(await audited(w.pat)).toEqual([`record.see > REL-16: There is no ${number} that you can see.`]);
    signedIn.actor = w.ian;
    expect(await ask()).toBe(200);
    expect(await audited(w.ian)).toEqual([]);
  });

  it('ADM-12, REC-5 · invalid input is not logged', async () => {
    const { number } = await anIncident(w);
    signedIn.actor = w.ian;
    const result = await addEntryAction({ kind: 'incident', number, type: 'comment', text: ' ' });
    expect(result).toMatchObject({ ok: false, rule: 'REC-5' });
    expect(await audited(w.ian)).toEqual([]);
  });

  it('ADM-12, REL-16 · a selection with hidden records is one attempt, which names them', async () => {
    const [one, two, own] = [await anIncident(w), await anIncident(w), await anIncident(w)];
    const hidden = [await aCase(w), await aCase(w)];
    const assign = (kind: 'case' | 'incident', records: readonly { number: string }[]) =>
      assignManyAction({ kind, records: records.map(({ number }) => ({ number, version: 1 })), to: 'me' });
    signedIn.actor = w.rita;
    expect(await assign('incident', [one, two])).toMatchObject({ ok: true, data: { done: [] } });
    expect(await audited(w.rita)).toEqual([
      `record.assign > 2 records refused: ${one.number} (ACC-6), ${two.number} (ACC-6)`,
    ]);
    signedIn.actor = w.ian;
    await assign('case', hidden);
    expect(await assign('incident', [own])).toMatchObject({ ok: true, data: { refused: [] } });
    expect(await audited(w.ian)).toEqual([
      `record.assign > 2 records refused: ${hidden.map(({ number }) => `${number} (REL-16)`).join(', ')}`,
    ]);
  });

  it('ADM-12 · of a bulk action, only access refusals are logged as attempts', async () => {
    const cancelled = await aCase(w);
    await moveCase(w.ava, { number: cancelled.number, verb: 'cancel' });
    signedIn.actor = w.ava;
    const { number, version } = await fresh(cancelled);
    const result = await assignManyAction({ kind: 'case', records: [{ number, version }], to: 'me' });
    expect(result).toMatchObject({ ok: true, data: { refused: [{ number, rule: 'CASE-5' }] } });
    expect(await audited(w.ava)).toEqual([]);
  });

  it('ADM-12, REL-1 · a case to be created with an incident is not created, and the refusal is logged', async () => {
    signedIn.actor = w.pat;
    const cases = await db().case.count();
    const values = { shortDescription: 'The line is down', contactId: w.cora.id };
    const result = await createRecordsAction({ kind: 'case', values, related: { variant: 'incident' } });
    expect(result).toMatchObject({ ok: false, rule: 'ACC-6' });
    expect(await db().case.count()).toBe(cases);
    expect(await audited(w.pat)).toEqual([expect.stringMatching(/^record\.create > ACC-6: Your roles do not allow/)]);
  });
});
