import { beforeAll, expect, test } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aCase, anIncident, world } from '#lib/testing/world.ts';

const w = await world();
beforeAll(async () => {
  await db().account.update({ where: { id: w.boxeo }, data: { contractValue: 480_000 } });
});

const cardOf = async (actor: Actor, number: string) => (await recordView(actor, 'case', number))?.customer;

test('a case shows its customer, their contract value, and their other open cases', async () => {
  const [{ number }, other, done] = [await aCase(w), await aCase(w), await aCase(w)];
  await moveCase(w.ava, { number: done.number, verb: 'cancel', values: {} });
  const card = await cardOf(w.ava, number);
  expect(card).toMatchObject({
    person: { name: 'Cora Customer', href: `/workspace/customers/contacts/${w.cora.id}` },
    account: { name: 'Boxeo', contractCents: 48_000_000 },
    otherOpen: 1,
    lastContactAt: null,
  });
  await addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Ours' });
  expect((await cardOf(w.ava, number))?.lastContactAt).toBeNull();
  await addEntry(w.cora, { kind: 'case', number, type: 'comment', text: 'Hers' });
  expect((await cardOf(w.ava, number))?.lastContactAt).toEqual(expect.any(String));
  expect((await cardOf(w.ava, other.number))?.lastContactAt).toBeNull();
});

test('ACC-6 · a consumer has a page of its own and no account', async () => {
  const consumer = await db().user.findFirstOrThrow({ where: { kind: 'consumer' } });
  const { number } = await aCase(w, { consumerId: consumer.id });
  await aCase(w, { consumerId: consumer.id });
  expect(await cardOf(w.cleo, number)).toMatchObject({
    person: { href: `/workspace/customers/consumers/${consumer.id}` },
    account: null,
    otherOpen: 1,
  });
});

test('another kind has no customer', async () => {
  const { number } = await anIncident(w);
  expect((await recordView(w.ian, 'incident', number))?.customer).toBeNull();
});
