import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { world } from '#lib/testing/world.ts';
import { customersHref, parseCustomersAddress } from '../address.ts';
import { accountByNumber } from './account.ts';
import { listCustomers } from './list-customers.ts';
import { consumerById, contactById } from './person.ts';

const w = await world();
let boxeo: string;
beforeAll(async () => {
  boxeo = (await db().account.findUniqueOrThrow({ where: { id: w.boxeo } })).number;
  await db().account.createMany({ data: Array.from({ length: 120 }, (_, n) => ({ name: `Many ${n % 7}` })) });
});

describe('customers', () => {
  it('ACC-6 · accounts and contacts are visible to users who see their cases, consumers likewise', async () => {
    for (const actor of [w.pat, w.mia, w.vic, w.noa, w.adam]) {
      expect((await accountByNumber(actor, boxeo))?.name).toBe('Boxeo');
      expect((await contactById(actor, w.cora.id))?.name).toBe('Cora Customer');
    }
    for (const actor of [w.ian, w.nils, w.cleo, w.cora]) {
      expect(await accountByNumber(actor, boxeo)).toBeNull();
      expect(await contactById(actor, w.cora.id)).toBeNull();
      await expect(listCustomers(actor, 'accounts')).rejects.toMatchObject({
        because: expect.stringMatching(/no list/),
      });
    }
    expect((await consumerById(w.cleo, w.jane.id))?.name).toBe('Jane Doe');
    expect(await consumerById(w.pat, w.jane.id)).toBeNull();
  });

  it('ACC-6 · an id of another kind is no contact and no consumer', async () => {
    expect(await contactById(w.adam, w.jane.id)).toBeNull();
    expect(await consumerById(w.adam, w.cora.id)).toBeNull();
    expect(await contactById(w.adam, 'nonsense')).toBeNull();
    expect(await accountByNumber(w.adam, '\0')).toBeNull();
    expect((await accountByNumber(w.adam, `${boxeo.toLowerCase()}\0`))?.name).toBe('Boxeo');
  });

  it('pages show every account once, also among equal names, there and back', async () => {
    const seen: string[] = [];
    let page = await listCustomers(w.ava, 'accounts', { words: 'many' });
    while (page.next) {
      seen.push(...page.rows.map(({ id }) => id));
      page = await listCustomers(w.ava, 'accounts', { words: 'many', after: page.next });
    }
    seen.push(...page.rows.map(({ id }) => id));
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    const before = await listCustomers(w.ava, 'accounts', { words: 'many', before: page.previous });
    expect(before.rows.map(({ id }) => id)).toEqual(seen.slice(50, 100));
  });

  it('the address of a page is parsed as it was written', () => {
    const after = { name: 'A~b & ü', id: w.boxeo };
    const text = customersHref('/x', { words: 'a b', after }).slice(3);
    expect(parseCustomersAddress(Object.fromEntries(new URLSearchParams(text)))).toEqual({
      words: 'a b',
      after,
      before: null,
    });
    expect(parseCustomersAddress({ after: 'nonsense' }).after).toBeNull();
    expect(parseCustomersAddress({ q: '\0 a\0b ' }).words).toBe('ab');
  });
});
