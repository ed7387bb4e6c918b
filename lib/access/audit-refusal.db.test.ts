import { beforeAll, expect, test, vi } from 'vitest';
import { GET } from '#app/api/export/[kind]/route.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type World, world } from '#lib/platform/testing/world.ts';

const signedIn = vi.hoisted((): { actor: unknown } => ({ actor: null }));
vi.mock('#lib/session/current-actor.ts', () => ({ currentActor: async () => signedIn.actor }));

let w: World;
beforeAll(async () => {
  w = await world();
});

function exported(actor: Actor): Promise<Response> {
  signedIn.actor = actor;
  const params = Promise.resolve({ kind: 'cases' });
  return GET(new Request('http://localhost:3000/api/export/cases'), { params });
}

const audited = ({ id: actorId }: Actor) => db().auditEntry.findMany({ where: { actorId, action: 'action.refused' } });

test('ADM-12 · a refused export stands in the audit log with who tried what; an allowed one does not', async () => {
  expect((await exported(w.ian)).status).toBe(403);
  expect(await audited(w.ian)).toMatchObject([
    { subject: 'record.export', newValue: 'ACC-6: Your roles do not allow you to export cases.' },
  ]);
  expect((await exported(w.ava)).status).toBe(200);
  expect(await audited(w.ava)).toEqual([]);
});
