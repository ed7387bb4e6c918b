import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { bus } from './bus.ts';
import { recordHeartbeat } from './heartbeat.ts';

async function givenActor(role: Role) {
  const actor = await actorOfUser(db(), (await givenUser({ roles: [role] })).id);
  if (!actor) throw new Error('There is no such user.');
  return actor;
}

async function givenIncident() {
  const at = new Date();
  const task = await db().task.create({
    data: {
      kind: 'incident',
      number: 'INC0010001',
      shortDescription: 'No signal',
      state: 'new',
      openedAt: at,
      createdAt: at,
      updatedAt: at,
      incident: { create: {} },
    },
  });
  return task.id;
}

beforeAll(() => new Promise<void>((resolve) => void bus().once('resync', resolve)));
afterAll(() => bus().stop());

test('REL-16 · needs access to the record, also to see who else is on it', async () => {
  const taskId = await givenIncident();
  const [ian, noa, plain] = [
    await givenActor('itil'),
    await givenActor('itil'),
    await givenActor('sn_customerservice_agent'),
  ];
  const say = (actor: typeof ian, mode: 'viewing' | 'editing' | null) =>
    recordHeartbeat(actor, { taskId, tab: '1', mode });
  expect(await say(plain, 'viewing')).toBeNull();
  await say(noa, 'editing');
  await expect.poll(() => say(ian, 'viewing')).toEqual([{ id: noa.id, name: noa.name, mode: 'editing' }]);
  await say(noa, null);
  await expect.poll(() => say(ian, 'viewing')).toEqual([]);
});

test('POR-3 · a customer sees no staff on their own case, and is not shown there', async () => {
  const w = await world();
  const { id: taskId } = await aCase(w);
  const say = (actor: Parameters<typeof recordHeartbeat>[0]) =>
    recordHeartbeat(actor, { taskId, tab: '1', mode: 'viewing' });
  await say(w.pat);
  expect(await say(w.cora)).toBeNull();
  await expect.poll(() => say(w.ava)).toEqual([{ id: w.pat.id, name: w.pat.name, mode: 'viewing' }]);
});
