import { describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, itemOf } from '#lib/testing/itsm.ts';
import { aCase, aCaseWithIncident, anIncident, notesOf, setRuleActive, world } from '#lib/testing/world.ts';

const w = await world();

const QUEUED = 'queued';

/** What the composer announces before a comment, and what happens to the emails about it. */
async function announcedAndActual({ kind, id, number }: TaskRecord, recipientId?: string) {
  const { audience } = (await recordView(w.mia, kind, number)) ?? {};
  await addEntry(w.mia, { kind, number, type: 'comment', text: 'It is on its way.' });
  const mails = await db().mail.findMany({
    where: { taskId: id, body: 'It is on its way.', ...(recipientId ? { recipientId } : {}) },
  });
  return { audience, mails: mails.map(({ status }) => status) };
}

describe('the announced audience of a comment is the actual one', () => {
  it('MAIL-10 · the customer, by email; without an address, or if deactivated, without email', async () => {
    const theCase = await aCase(w);
    const said = await announcedAndActual(theCase, w.cora.id);
    expect(said).toEqual({ audience: 'Cora Customer will be emailed.', mails: [QUEUED] });
    const ofJane = await aCase(w, { consumerId: w.jane.id });
    await db().user.update({ where: { id: w.jane.id }, data: { email: null } });
    expect(await announcedAndActual(ofJane, w.jane.id)).toEqual({
      audience: 'Jane Doe will see this. No email is sent: there is no email address.',
      mails: ['suppressed'],
    });
    await db().user.update({ where: { id: w.jane.id }, data: { active: false } });
    const left = await aCase(w);
    await db().user.update({ where: { id: w.cora.id }, data: { active: false } });
    expect(await announcedAndActual(left, w.cora.id)).toEqual({
      audience: 'Customers see this. No email is sent: Cora Customer is no longer active.',
      mails: [],
    });
    await db().user.updateMany({ where: { id: { in: [w.cora.id, w.jane.id] } }, data: { active: true } });
  });

  it('MAIL-6 · the customer whose last email bounced, with a warning', async () => {
    const cora = { where: { id: w.cora.id } };
    await db().user.update({ ...cora, data: { unreachableSince: new Date(), unreachableReason: '550 No such user' } });
    expect(await announcedAndActual(await aCase(w), w.cora.id)).toEqual({
      audience: 'Cora Customer will be emailed, but the last email did not arrive: 550 No such user.',
      mails: [QUEUED],
    });
    await db().user.update({ ...cora, data: { unreachableSince: null, unreachableReason: '' } });
  });

  it('MAIL-10 · of a case with only an account, its customers, without email', async () => {
    const theCase = await aCase(w);
    await db().task.update({ where: { id: theCase.id }, data: { contactId: null, accountId: w.boxeo } });
    await db().case.update({ where: { id: theCase.id }, data: { proactive: true } });
    expect(await announcedAndActual(theCase)).toEqual({
      audience: 'Customers of Boxeo will see this. No one is emailed.',
      mails: [],
    });
  });

  it('MAIL-10, INC-6 · the caller of an incident, unless the caller is the author or is deactivated', async () => {
    const calls = async (caller: { id: string }) =>
      announcedAndActual(await anIncident(w, { callerId: caller.id }), caller.id);
    const silent = (because: string) => `${because}: no email is sent. Customers never see it here.`;
    const nils = { where: { id: w.nils.id } };
    expect(await calls(w.nils)).toEqual({
      audience: 'Nils Nobody will be emailed. Customers never see it here.',
      mails: [QUEUED],
    });
    expect(await calls(w.mia)).toEqual({ audience: silent('You are the caller'), mails: [] });
    const ofNils = await anIncident(w, { callerId: w.nils.id });
    await db().user.update({ ...nils, data: { active: false } });
    expect(await announcedAndActual(ofNils, w.nils.id)).toEqual({
      audience: silent('Nils Nobody is no longer active'),
      mails: [],
    });
    await db().user.update({ ...nils, data: { active: true } });
  });

  it('SYNC-CASE-2 · with its rule on the incident gets it as a work note, and without it does not', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const isCopied = async () => {
      const before = (await notesOf(incident)).length;
      const { audience } = await announcedAndActual(theCase);
      return [
        audience?.endsWith(' Also posted as a work note on its incident.'),
        (await notesOf(incident)).length - before,
      ];
    };
    expect(await isCopied()).toEqual([false, 0]);
    await setRuleActive('SYNC-CASE-2', true);
    expect(await isCopied()).toEqual([true, 1]);
    await setRuleActive('SYNC-CASE-2', false);
  });

  it('SYNC-REQ-3, MAIL-10 · of a request, the requester if no case receives it', async () => {
    const items = [{ catalogItemId: await anOffer('Cable'), quantity: 1 }];
    const { number: caseNumber } = await aCase(w);
    const alone = await createRequest(w.mia, { items, requestedForId: w.nils.id });
    const ofCase = await createRequest(w.mia, { items, caseNumber, requestedForId: w.nils.id });
    const own = await createRequest(w.mia, { items, requestedForId: w.mia.id });
    const mailed = { audience: 'Nils Nobody will be emailed. Customers never see it here.', mails: [QUEUED] };
    const silent = { audience: 'Staff read it. Customers never see it here.', mails: ['suppressed'] };
    expect(await announcedAndActual(alone, w.nils.id)).toEqual(mailed);
    expect(await announcedAndActual(await itemOf(alone, 'Cable'), w.nils.id)).toEqual(mailed);
    expect(await announcedAndActual(ofCase, w.nils.id)).toEqual(silent);
    expect(await announcedAndActual(own, w.mia.id)).toEqual({ ...silent, mails: [] });
    await setRuleActive('SYNC-REQ-3', false);
    expect(await announcedAndActual(ofCase, w.nils.id)).toMatchObject({ audience: mailed.audience });
    await setRuleActive('SYNC-REQ-3', true);
  });
});
