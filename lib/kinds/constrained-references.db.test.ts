import { describe, expect, it } from 'vitest';
import { GET } from '#app/api/references/route.ts';
import { adminTables } from '#lib/admin-table/admin-tables.ts';
import { setRelation } from '#lib/admin-table/commands/set-relation.ts';
import { relations } from '#lib/admin-table/relations.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { constrainedUrl } from '#lib/record/reference-constraint.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import { world } from '#lib/testing/world.ts';

const w = await world();

/** The ids that a picker offers. */
async function offered(actor: Actor, url: string): Promise<string[]> {
  const request = new Request(`http://localhost:3000${url}&q=`);
  const response = await signedInAs(actor, () => GET(request, { params: Promise.resolve({}) }));
  expect(response.status).toBe(200);
  const found: { id: string }[] = await response.json();
  return found.map(({ id }) => id);
}

const pickerOf = (table: 'account', name: string, id: string) => {
  const column = adminTables[table].columns[name];
  return column?.type === 'reference' ? constrainedUrl(`/api/references?kind=${column.target}`, column.as, id) : '';
};
const toPickerOf = (name: 'ci-relationship' | 'partner-relationship', id: string) =>
  constrainedUrl(`/api/references?kind=${relations[name].to.target}`, relations[name].to.as, id);

describe('references that the server refuses are not offered', () => {
  it('PRB-1 · a problem as its own duplicate', async () => {
    const [problem, other] = [await aProblem(w), await aProblem(w)];
    const { fields } = (await recordView(w.ian, 'problem', problem.number)) ?? {};
    const found = await offered(w.ian, fields?.duplicateOfId?.optionsUrl ?? '');
    expect([found.includes(problem.id), found.includes(other.id)]).toEqual([false, true]);
  });

  it('ADM-6 · an account and all below it as its parent', async () => {
    const child = await db().account.create({ data: { name: 'Boxeo East', parentId: w.boxeo } });
    const grandchild = await db().account.create({ data: { name: 'Boxeo Far East', parentId: child.id } });
    const found = await offered(w.adam, pickerOf('account', 'parentId', w.boxeo));
    expect(found.filter((id) => [w.boxeo, child.id, grandchild.id].includes(id))).toEqual([]);
    expect(found).toContain(w.funco);
    expect(await offered(w.adam, pickerOf('account', 'parentId', grandchild.id))).toContain(child.id);
  });

  it('ADM-6 · the contact of another account as the primary one', async () => {
    const found = await offered(w.adam, pickerOf('account', 'primaryContactId', w.boxeo));
    const accounts = await db().contact.findMany({ where: { id: { in: found } }, distinct: ['accountId'] });
    expect(accounts.map(({ accountId }) => accountId)).toEqual([w.boxeo]);
  });

  it('ADM-6 · a partner as the account that it serves', async () => {
    const found = await offered(w.adam, toPickerOf('partner-relationship', w.boxeo));
    expect([found.includes(w.boxeo), found.includes(w.funco)]).toEqual([false, true]);
  });

  it('ADM-7 · a dependent configuration item as a dependency', async () => {
    const item = async (name: string) => (await db().configurationItem.create({ data: { name, class: 'Server' } })).id;
    const [a, b, c] = [await item('a1'), await item('a2'), await item('a3')];
    const relate = (fromId: string, toId: string) =>
      setRelation(w.adam, { relation: 'ci-relationship', fromId, toId, related: true });
    await relate(a, b);
    await relate(b, c);
    const of = async (id: string) => {
      const found = await offered(w.adam, toPickerOf('ci-relationship', id));
      return [a, b, c].map((each) => found.includes(each));
    };
    expect([await of(a), await of(b), await of(c)]).toEqual([
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  it('ACC-6 · the accounts below an account are shown to administrators only', async () => {
    const request = new Request(`http://localhost:3000${pickerOf('account', 'parentId', w.boxeo)}`);
    const response = await signedInAs(w.ava, () => GET(request, { params: Promise.resolve({}) }));
    expect(response.status).toBe(404);
  });
});
