import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { type World, world } from '#lib/platform/testing/world.ts';
import { type ReferenceKind, searchReferences } from './reference.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

async function fillsOf(kind: ReferenceKind, words: string) {
  const [found] = await searchReferences(db(), w.ava, kind, words);
  return found?.autofills;
}

describe('the type-ahead', () => {
  it('says what a choice fills in which field: the contact the account, the asset the product', async () => {
    expect(await fillsOf('contact', 'Cora')).toEqual({ contactId: { accountId: w.boxeo } });
    expect(await fillsOf('asset', 'EDGE')).toEqual({ assetId: { productId: w.product } });
    expect(await fillsOf('account', 'Funco')).toEqual({});
  });
});
