import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '#app/api/references/route.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, change, fresh, world } from '#lib/testing/world.ts';

const w = await world();
let things: Readonly<Record<'assetId' | 'installBaseItemId', Readonly<Record<'boxeo' | 'funco' | 'jane', string>>>>;
beforeAll(async () => {
  const owners = { boxeo: { accountId: w.boxeo }, funco: { accountId: w.funco }, jane: { consumerId: w.jane.id } };
  const asset = async (name: keyof typeof owners) =>
    (await db().asset.create({ data: { tag: `EDGE of ${name}`, productId: w.product, ...owners[name] } })).id;
  const data = { productId: w.product, configurationItemId: w.sdwan };
  const item = async (name: keyof typeof owners) =>
    (await db().installBaseItem.create({ data: { ...data, name: `EDGE of ${name}`, ...owners[name] } })).id;
  things = {
    assetId: { boxeo: await asset('boxeo'), funco: await asset('funco'), jane: await asset('jane') },
    installBaseItemId: { boxeo: await item('boxeo'), funco: await item('funco'), jane: await item('jane') },
  };
});

const fields = ['assetId', 'installBaseItemId'] as const;

describe.each(fields)('%s', (field) => {
  const refused = { rule: 'REC-5', field };

  it('REC-5 · is one of the case’s own customer, in a new case and in another', async () => {
    const own = await aCase(w, { [field]: things[field].boxeo });
    expect(await fresh(own)).toMatchObject({ [field]: things[field].boxeo });
    for (const other of [things[field].funco, things[field].jane]) {
      await expect(aCase(w, { [field]: other })).rejects.toMatchObject(refused);
      await expect(change(w.ava, own, { [field]: other })).rejects.toMatchObject(refused);
      await expect(change(w.adam, own, { [field]: other })).rejects.toMatchObject(refused);
    }
    const ofJane = await aCase(w, { consumerId: w.jane.id, [field]: things[field].jane });
    expect(await fresh(ofJane)).toMatchObject({ [field]: things[field].jane });
  });

  it('REC-5 · does not stay when the case gets another customer, and goes along when it is set anew', async () => {
    const theCase = await aCase(w, { [field]: things[field].boxeo });
    const toFunco = { contactId: w.fiona.id };
    const toJane = { contactId: null, consumerId: w.jane.id };
    for (const customer of [toFunco, toJane])
      await expect(change(w.ava, theCase, customer)).rejects.toMatchObject(refused);
    expect(await fresh(theCase)).toEqual(theCase);
    await change(w.ava, theCase, { contactId: w.carl.id });
    await change(w.ava, theCase, { ...toFunco, [field]: things[field].funco });
    await change(w.ava, theCase, { ...toJane, [field]: null });
    expect(await fresh(theCase)).toMatchObject({ consumerId: w.jane.id, [field]: null });
  });

  it('REC-5 · an invalid earlier value does not block other changes', async () => {
    const theCase = await aCase(w);
    await db().case.update({ where: { id: theCase.id }, data: { [field]: things[field].funco } });
    await change(w.ava, theCase, { description: 'More' });
    expect(await fresh(theCase)).toMatchObject({ description: 'More', [field]: things[field].funco });
  });

  async function offered(actor: Actor, customer: Record<string, string>) {
    signedIn.actor = actor;
    const kind = field === 'assetId' ? 'asset' : 'install-base-item';
    const query = new URLSearchParams({ kind, q: 'EDGE of', ...customer });
    const response = await GET(new Request(`http://localhost:3000/api/references?${query}`), {
      params: Promise.resolve({}),
    });
    const found: { id: string }[] = await response.json();
    return found.map(({ id }) => id);
  }

  it('REC-5 · is offered as far as it belongs to the customer that the form names', async () => {
    const { boxeo, funco, jane } = things[field];
    expect(await offered(w.ava, { contact: w.cora.id, account: w.funco })).toEqual([boxeo]);
    expect(await offered(w.ava, { consumer: w.jane.id, account: w.funco })).toEqual([jane]);
    expect(await offered(w.ava, { account: w.funco })).toEqual([funco]);
    expect(await offered(w.ava, {})).toEqual([]);
  });

  it('ACC-6 · is not offered if its owner is a customer hidden from the actor', async () => {
    const { boxeo, funco, jane } = things[field];
    const of: Record<string, string>[] = [{ contact: w.cora.id }, { account: w.funco }, { consumer: w.jane.id }];
    const offeredTo = async (actor: Actor) => (await Promise.all(of.map((each) => offered(actor, each)))).flat();
    expect(await offeredTo(w.vic)).toEqual([boxeo, funco, jane]);
    expect(await offeredTo(w.pat)).toEqual([boxeo, funco]);
    expect(await offeredTo(w.cleo)).toEqual([jane]);
    expect(await offeredTo(w.ian)).toEqual([]);
  });
});
