import { describe, expect, it } from 'vitest';
import { limits } from '#lib/door/limits.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anUpdateThatFollowed, anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { anOffer, itemOf } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import { retryMailsAction } from './actions.ts';
import { retryMails } from './commands/retry-mails.ts';
import { foldLedger } from './fold-ledger.ts';
import { ledgerPage } from './queries/ledger-page.ts';
import { searchUpdates } from './queries/search-updates.ts';
import { LedgerSearch } from './schema.ts';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const inDays = (days: number) => inMinutes(days * 24 * 60);

const w = await world();

const page = (by: Actor, { kind, number }: TaskRecord) => ledgerPage(by, { kind, number, after: null });
const offers = async (by: Actor, record: TaskRecord) =>
  (await page(by, record)).updates.map(({ mayRetry }) => mayRetry);
const mailsOf = async (updateId: string) => {
  const { causeId } = await db().ledgerUpdate.findUniqueOrThrow({ where: { id: updateId } });
  return (await db().mail.findMany({ where: { causeId } })).map(({ status }) => status);
};
const fail = (updateId: string) =>
  db().$executeRaw`update mails set status = 'failed', next_try_at = null, last_error = 'No.'
    where cause_id = (select cause_id from ledger_updates where id = ${updateId}::uuid)`;

async function aMajor() {
  const [major, child] = [await aCase(w), await aCase(w)];
  await makeMajor(major, child);
  return major;
}

describe('who may retry', () => {
  it('SYNC-6, ACC-13 · emails of a major case are retried by major case managers, and offered to no others', async () => {
    const major = await aMajor();
    const updateId = await anUpdateWithMails(major.id, ['failed']);
    await expect(retryMails(w.pat, { updateId })).rejects.toMatchObject({ rule: 'ACC-13' });
    expect([await offers(w.pat, major), await mailsOf(updateId)]).toEqual([[false], ['failed']]);
    expect(await offers(w.mia, major)).toEqual([true]);
    await retryMails(w.mia, { updateId });
    expect(await mailsOf(updateId)).toEqual(['queued']);
  });

  it('SYNC-6, ACC-6 · emails of a case are retried by users who serve its customer, not by all who see cases', async () => {
    const roles = ['sn_customerservice.consumer_agent', 'sn_customerservice.case_viewer'] as const;
    const viewer = await holderOf('Connie Consumer', roles);
    const ofAccount = await aCase(w);
    const updateId = await anUpdateWithMails(ofAccount.id, ['failed']);
    await expect(retryMails(viewer, { updateId })).rejects.toMatchObject({ rule: 'ACC-6' });
    expect([await offers(viewer, ofAccount), await offers(w.pat, ofAccount)]).toEqual([[false], [true]]);
    const ofConsumer = await aCase(w, { consumerId: w.jane.id, contactId: null, accountId: null });
    await anUpdateWithMails(ofConsumer.id, ['failed']);
    expect(await offers(viewer, ofConsumer)).toEqual([true]);
  });
});

describe('whose emails they are', () => {
  it('SYNC-6 · emails belong to the update of the first record, not to those that followed: shown, found, retried', async () => {
    const [incident, major] = [await anIncident(w), await aMajor()];
    const updateId = await anUpdateWithMails(incident.id, ['sent', 'failed']);
    const followed = await anUpdateThatFollowed(updateId, major.id);
    expect((await page(w.mia, major)).updates).toMatchObject([{ id: followed, mails: null, mayRetry: false }]);
    expect((await page(w.mia, incident)).updates).toMatchObject([{ mails: { sent: 1, failed: 1 }, mayRetry: true }]);
    const found = (await searchUpdates(w.adam, LedgerSearch.parse({ failed: 'yes' }))).updates.map(({ id }) => id);
    expect([found.includes(updateId), found.includes(followed)]).toEqual([true, false]);
    await expect(retryMails(w.mia, { updateId: followed })).rejects.toMatchObject({ rule: 'SYNC-6' });
    expect((await mailsOf(updateId)).toSorted()).toEqual(['failed', 'sent']);
  });

  it('SYNC-6 · emails of an item of a request belong to the update of the request', async () => {
    const items = [{ catalogItemId: await anOffer('Laptop'), quantity: 1 }];
    const request = await createRequest(w.ian, { items, requestedForId: w.nils.id });
    const ofItem = await anUpdateWithMails((await itemOf(request, 'Laptop')).id, ['failed']);
    const updateId = await anUpdateThatFollowed(ofItem, request.id);
    expect((await page(w.ian, request)).updates).toMatchObject([{ mails: { failed: 1 }, mayRetry: true }]);
    expect(await retryMails(w.ian, { updateId })).toEqual({ waiting: 1, unreachable: 0 });
  });

  it('SYNC-6 · totals count each email once', async () => {
    const [incident, major] = [await anIncident(w), await aMajor()];
    await anUpdateThatFollowed(await anUpdateWithMails(incident.id, ['sent', 'failed']), major.id);
    await foldLedger(inDays(4000));
    const none = { sent: 0, failed: 0, suppressed: 0 };
    expect((await page(w.mia, incident)).earlier).toMatchObject({ count: 1, mails: { sent: 1, failed: 1 } });
    expect((await page(w.mia, major)).earlier).toMatchObject({ count: 1, mails: none });
  });
});

describe('how often', () => {
  it('SYNC-6 · once in fifteen minutes, though emails have failed again', async () => {
    const updateId = await anUpdateWithMails((await anIncident(w)).id, ['failed']);
    await retryMails(w.ian, { updateId });
    await fail(updateId);
    const again = (minutes: number) => at(inMinutes(minutes), () => retryMails(w.mia, { updateId }));
    await expect(again(14)).rejects.toMatchObject({ rule: 'SYNC-6', because: expect.stringContaining('15 minutes') });
    expect(await mailsOf(updateId)).toEqual(['failed']);
    expect(await again(16)).toMatchObject({ waiting: 1 });
  });

  it('SYNC-6 · not after 30 days, and it is not offered then', async () => {
    const incident = await anIncident(w);
    const old = await at(inDays(-31), () => anUpdateWithMails(incident.id, ['failed']));
    await at(inDays(-29), () => anUpdateWithMails(incident.id, ['failed']));
    await expect(retryMails(w.ian, { updateId: old })).rejects.toMatchObject({ rule: 'SYNC-6' });
    expect(await offers(w.ian, incident)).toEqual([true, false]);
  });

  it('SYNC-6, ACC-12 · each press counts as a command for many records', async () => {
    const updateId = await anUpdateWithMails((await anIncident(w)).id, ['failed']);
    await db().callCount.create({
      data: { personId: w.noa.id, limit: 'bulk', minute: 2 ** 31 - 1, calls: limits.bulk },
    });
    signedIn.actor = w.noa;
    expect(await retryMailsAction({ updateId })).toMatchObject({ ok: false, rule: 'ACC-12' });
  });
});

describe('addresses', () => {
  it('SYNC-6, MAIL-6 · an unreachable address stays so, and the message says that its email was skipped', async () => {
    const gone = { unreachableSince: new Date(), unreachableReason: '550 no such box' };
    await db().user.update({ where: { id: w.cora.id }, data: gone });
    const theCase = await aCase(w);
    const lost = await anUpdateWithMails(theCase.id, ['failed'], [w.cora.id]);
    const refused = { rule: 'SYNC-6', because: expect.stringContaining('cannot be reached') };
    await expect(retryMails(w.ava, { updateId: lost })).rejects.toMatchObject(refused);
    const updateId = await anUpdateWithMails(theCase.id, ['failed', 'failed'], [w.cora.id]);
    signedIn.actor = w.ava;
    const message = '1 email is sent again. 1 is not: its address cannot be reached.';
    expect(await retryMailsAction({ updateId })).toMatchObject({ ok: true, message });
    expect((await mailsOf(updateId)).toSorted()).toEqual(['failed', 'queued']);
    const { unreachableSince } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
    expect(unreachableSince).toEqual(gone.unreachableSince);
  });
});
