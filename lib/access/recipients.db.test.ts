import { beforeAll, expect, it } from 'vitest';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { checkFile, listCalls } from '#lib/testing/list-calls.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { mayReadTask } from './readable.ts';
import { type Role, roleNames } from './roles.ts';

const w = await world();
let major: { id: string; number: string };
const holders = new Map<Role, Actor>();
beforeAll(async () => {
  major = await openMajorCase(w.mia, { as: 'major case', values: { shortDescription: 'Out', businessImpact: 'All.' } });
  for (const role of roleNames) holders.set(role, await holderOf(`${role} alone`, [role]));
});

/** MAJ-6 · Lists that each role leading major cases may fill; other roles fill none. */
const fills: Partial<Readonly<Record<Role, readonly CustomerSort[]>>> = {
  admin: ['accounts', 'consumers'],
  sn_customerservice_manager: ['accounts', 'consumers'],
  'sn_majorissue_mgt.major_issue_manager': ['accounts'],
};

/** Whether the action was permitted, even if it was refused for another reason. */
async function isLetIn(call: () => Promise<unknown>, sees: boolean): Promise<boolean> {
  const answer = (await call()) as { ok: boolean; rule?: string };
  if (!sees) expect(answer).toMatchObject({ ok: false, rule: 'REL-16' });
  return sees && answer.rule !== 'ACC-6';
}

it.each(roleNames)('ACC-2, ACC-6, MAJ-6 · %s fills the recipients lists of a major case or not', async (role) => {
  const actor = holders.get(role) ?? null;
  await db().callCount.deleteMany();
  const sees = actor !== null && (await mayReadTask(db(), actor, major.id));
  signedIn.actor = actor;
  for (const of of ['accounts', 'consumers'] as const)
    for (const [name, call] of Object.entries({ ...listCalls, 'check-file': checkFile }))
      expect([name, await isLetIn(() => call({ number: major.number, of }), sees)]).toEqual([
        name,
        fills[role]?.includes(of) ?? false,
      ]);
});
