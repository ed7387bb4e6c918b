import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { findCustomers } from './find-customers.ts';
import { openCasesOf } from './open-cases.ts';

const w = await world();
beforeAll(async () => {
  await db().account.update({ where: { id: w.funco }, data: { phone: '+32 (0)9 555-0177' } });
  await db().user.update({ where: { id: w.carl.id }, data: { active: false } });
});

/** Without the option to add a person who was not found. */
const namesFor = async (actor: Actor, words: string) =>
  (await findCustomers(actor, words)).filter(({ add }) => !add).map(({ label, detail }) => `${label}, ${detail}`);

describe('the customer of a new case', () => {
  it('ACC-6 · contacts and consumers are offered to users who work their cases', async () => {
    const offered = async (actor: Actor) => [await namesFor(actor, 'cora'), await namesFor(actor, 'jane')].flat();
    const cora = 'Cora Customer, Boxeo';
    const jane = 'Jane Doe, Consumer';
    expect(await offered(w.pat)).toEqual([cora]);
    expect(await offered(w.cleo)).toEqual([jane]);
    for (const actor of [w.ava, w.mia, w.adam]) expect(await offered(actor)).toEqual([cora, jane]);
    // A viewer reads all customers' cases and may not open any.
    for (const actor of [w.vic, w.noa, w.ian, w.nils, w.cora, w.jane]) expect(await offered(actor)).toEqual([]);
  });

  it('the customer of a new case · found by name, email address, account and phone; prefix matches first', async () => {
    expect(await namesFor(w.ava, 'fiona.funco@')).toEqual(['Fiona Funco, Funco']);
    expect(await namesFor(w.ava, '09555 01')).toEqual(['Fiona Funco, Funco']);
    expect(await namesFor(w.ava, 'Boxeo')).toEqual([
      'Bea Boxeo, Boxeo',
      'Ben Boxeo, Boxeo',
      'Cora Customer, Boxeo',
      'Lea Labs, Boxeo Labs',
    ]);
    const [first] = await findCustomers(w.ava, 'co');
    expect(first).toMatchObject({ id: w.cora.id, customer: { is: 'contact', accountId: w.boxeo, account: 'Boxeo' } });
    expect(await namesFor(w.ava, '')).toContain('Jane Doe, Consumer');
    expect(await namesFor(w.ava, '%')).toEqual([]);
  });

  it('ACC-6 · deactivated users and staff are never offered', async () => {
    for (const words of ['Carl', 'Ava Agent', 'Pat Plain']) expect(await namesFor(w.ava, words)).toEqual([]);
  });

  it('ACC-14 · users can add a missing customer of a kind that they serve', async () => {
    const offered = async (actor: Actor) =>
      (await findCustomers(actor, 'Nora New')).map(({ id, label, add }) => [id, label, add?.words, add?.kinds]);
    const option = ['add', 'Add "Nora New"', 'Nora New'];
    for (const actor of [w.adam, w.ava, w.mia])
      expect(await offered(actor)).toEqual([[...option, ['contact', 'consumer']]]);
    expect(await offered(w.pat)).toEqual([[...option, ['contact']]]);
    expect(await offered(w.cleo)).toEqual([[...option, ['consumer']]]);
    for (const actor of [w.vic, w.ian, w.noa, w.nils, w.cora]) expect(await offered(actor)).toEqual([]);
    expect(await findCustomers(w.ava, 'N')).not.toContainEqual(expect.objectContaining({ id: 'add' }));
  });
});

describe('open cases of a customer', () => {
  const listed = async (actor: Actor, id: string) => (await openCasesOf(actor, id)).map(({ number }) => number);

  it('ACC-6 · the customer’s own come first, then those of the account; closed or hidden ones are left out', async () => {
    const older = await aCase(w, { shortDescription: 'Older' });
    const bea = await aCase(w, { contactId: w.bea.id });
    const newer = await aCase(w, { shortDescription: 'Newer' });
    const over = await aCase(w);
    await moveCase(w.ava, { number: over.number, verb: 'cancel' });
    const jane = await aCase(w, { consumerId: w.jane.id });
    await aCase(w, { contactId: w.fiona.id });

    expect(await openCasesOf(w.pat, w.cora.id)).toEqual([
      { number: newer.number, title: 'Newer', state: 'new', own: true, contact: 'Cora Customer' },
      { number: older.number, title: 'Older', state: 'new', own: true, contact: 'Cora Customer' },
      { number: bea.number, title: 'The line is down', state: 'new', own: false, contact: 'Bea Boxeo' },
    ]);
    await db().task.update({ where: { id: bea.id }, data: { contactId: null } });
    expect((await openCasesOf(w.pat, w.cora.id)).at(-1)).toMatchObject({ own: false, contact: '' });
    expect(await listed(w.cleo, w.jane.id)).toEqual([jane.number]);
    expect(await listed(w.pat, w.jane.id)).toEqual([]);
    expect(await listed(w.cleo, w.cora.id)).toEqual([]);
    for (const actor of [w.ian, w.nils]) expect(await listed(actor, w.cora.id)).toEqual([]);
    for (const _more of Array.from({ length: 5 })) await aCase(w);
    expect(await listed(w.pat, w.cora.id)).toHaveLength(5);
  });
});
