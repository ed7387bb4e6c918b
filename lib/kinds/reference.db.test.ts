import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { aCase, holderOf, world } from '#lib/testing/world.ts';
import { searchAssignable } from './assignable-references.ts';
import { searchReferences } from './reference.ts';

const w = await world();

async function fillsOf(kind: ReferenceKind, words: string) {
  const [found] = await searchReferences(db(), w.ava, kind, words);
  return found?.autofills;
}

describe('the type-ahead', () => {
  it('shows which fields a choice fills: the contact the account, the asset the product', async () => {
    expect(await fillsOf('contact', 'Cora')).toEqual({ contactId: { accountId: w.boxeo } });
    expect(await fillsOf('asset', 'EDGE')).toEqual({ assetId: { productId: w.product } });
    expect(await fillsOf('account', 'Funco')).toEqual({});
  });
});

describe('recent choices', () => {
  const labels = (found: readonly { label: string }[]) => found.map(({ label }) => label);

  it('REC-5, ACC-6 · is offered in its order as long as it may still be chosen, and nothing else is', async () => {
    const gone = await holderOf('Gert Gone', ['itil']);
    const ids = [w.mia.id, gone.id, '00000000-0000-4000-8000-000000000000', w.ava.id];
    const offered = async () => labels(await searchReferences(db(), w.ava, 'user', '', { ids }));
    expect(await offered()).toEqual(['Mia Manager', 'Gert Gone', 'Ava Agent']);
    await db().user.update({ where: { id: gone.id }, data: { active: false } });
    expect(await offered()).toEqual(['Mia Manager', 'Ava Agent']);
    const theCase = await aCase(w);
    const problems = { ids: [theCase.id] };
    expect(await searchReferences(db(), w.ava, 'problem', '', problems)).toEqual([]);
    const owner = { accountId: w.funco, consumerId: null };
    expect(await searchReferences(db(), w.ava, 'asset', '', { owner, ids: [w.asset] })).toEqual([]);
    expect(labels(await searchReferences(db(), w.ava, 'asset', '', { ids: [w.asset] }))).toEqual(['EDGE-1']);
  });

  it('REC-5, ACC-6 · include only users to whom the record may be assigned', async () => {
    const record = { kind: 'case', accountId: w.boxeo, contactId: w.cora.id, consumerId: null } as const;
    const ids = [w.ian.id, w.pat.id, w.ava.id];
    const offered = async (by: typeof w.ava) =>
      labels(await searchAssignable(db(), by, 'user', '', { ...record, assignmentGroupId: null }, ids));
    expect(await offered(w.mia)).toEqual(['Pat Plain', 'Ava Agent']);
    expect(await offered(w.ava)).toEqual(['Ava Agent']);
  });
});
