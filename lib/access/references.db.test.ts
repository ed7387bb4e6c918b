import { beforeAll, expect, test } from 'vitest';
import { searchReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { anIncident, world } from '#lib/testing/world.ts';

const w = await world();
beforeAll(async () => {
  const router = { productId: w.product, configurationItemId: w.sdwan };
  await db().installBaseItem.createMany({
    data: [
      { ...router, name: 'Doe router', consumerId: w.jane.id },
      { ...router, name: 'Boxeo router', accountId: w.boxeo },
    ],
  });
});

const offered = async (actor: Actor, kind: 'person' | 'install-base-item', words: string) =>
  (await searchReferences(db(), actor, kind, words)).map(({ label, detail }) => [label, detail]);

const cora = ['Cora Customer', 'Boxeo'];
const jane = ['Jane Doe', 'jane.doe@example.test'];
const janeAlone = ['Jane Doe', ''];
const ian = ['Ian Itil', 'ian.itil@example.test'];

test.each([
  ['pat', [cora], [], [ian]],
  ['cleo', [], [jane], [ian]],
  ['ava', [cora], [jane], [ian]],
  ['ian', [cora], [janeAlone], [ian]],
  ['noa', [cora], [jane], [ian]],
] as const)('ACC-6 · people whom %s can choose', async (name, contacts, consumers, staff) => {
  expect(await offered(w[name], 'person', 'Cora')).toEqual(contacts);
  expect(await offered(w[name], 'person', 'Jane')).toEqual(consumers);
  expect(await offered(w[name], 'person', 'Ian Itil')).toEqual(staff);
});

test('ACC-6 · an email address that is not shown is not found either', async () => {
  expect(await offered(w.ian, 'person', 'jane.doe@')).toEqual([]);
  expect(await offered(w.cleo, 'person', 'jane.doe@')).toEqual([jane]);
});

test('ACC-6 · readers see the account that owns a thing; only users who see consumers see the consumer', async () => {
  const ofBoxeo = ['Boxeo router', 'Boxeo'];
  expect(await offered(w.rita, 'install-base-item', 'router')).toEqual([ofBoxeo, ['Doe router', '']]);
  expect(await offered(w.cleo, 'install-base-item', 'router')).toEqual([ofBoxeo, ['Doe router', 'Jane Doe']]);
  expect(await offered(w.rita, 'install-base-item', 'Jane')).toEqual([]);
});

test('REC-5 · an incident worker can pick any customer as the caller', async () => {
  for (const { id } of [w.cora, w.jane]) expect((await anIncident(w, { callerId: id })).callerId).toBe(id);
});
