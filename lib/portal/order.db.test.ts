import { beforeAll, describe, expect, it } from 'vitest';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, approvalBoard } from '#lib/testing/itsm.ts';
import { aCase, setIntegrationActive, world } from '#lib/testing/world.ts';
import { order } from './commands/order.ts';
import { portalApprovals } from './queries/portal-approvals.ts';
import { portalApprovers } from './queries/portal-approvers.ts';
import { portalCase } from './queries/portal-case.ts';
import { countActionNeeded, portalCases } from './queries/portal-cases.ts';
import { portalCatalog } from './queries/portal-catalog.ts';
import { portalRelated, portalRequestsOf } from './queries/portal-related.ts';
import { Order } from './schema.ts';

const w = await world();
let mouse: string;
let licence: string;
beforeAll(async () => {
  mouse = await anOffer('Mouse');
  licence = await anOffer('Licence');
  await db().catalogItem.update({ where: { id: licence }, data: { approvedByCustomer: true } });
});

const input = (items: { catalogItemId: string; quantity: number }[], more: Partial<Order> = {}) =>
  Order.parse({ items, ...more });

describe('an order of a customer', () => {
  it('POR-6 · is a case, initiated as a request, with the request and its items below it', async () => {
    const asked = input([{ catalogItemId: mouse, quantity: 2 }], { deliveryInformation: 'Desk 4' });
    const { id, number } = await order(w.cora, asked);
    const stored = await db().task.findUniqueOrThrow({
      where: { id },
      include: { case: { include: { requests: { include: { items: true } } } } },
    });
    expect(stored).toMatchObject({ contactId: w.cora.id, shortDescription: 'Mouse' });
    expect(stored.case).toMatchObject({ initiatedAsRequest: true, channel: 'web' });
    expect(stored.case?.requests).toMatchObject([
      { requestedForId: w.cora.id, deliveryInformation: 'Desk 4', items: [{ quantity: 2, stage: 'fulfillment' }] },
    ]);
    expect(await portalCase(w.cora, number)).not.toBeNull();
    const [request] = await portalRelated(w.cora, number);
    expect(request?.items).toHaveLength(1);
    expect((await portalRequestsOf(w.cora, [number])).get(number)).toMatchObject([{ number: request?.number }]);
    expect((await portalCases(w.cora, { list: 'requests' })).cases.map((row) => row.number)).toContain(number);
  });

  it('REQ-1, POR-15 · waits for the own account if the item requires it, and counts as an open approval there', async () => {
    const before = await countActionNeeded(w.bea);
    await order(w.cora, input([{ catalogItemId: licence, quantity: 1 }]));
    expect(await countActionNeeded(w.bea)).toBe(before + 1);
    expect((await portalApprovals(w.bea)).at(-1)).toMatchObject({ title: 'Licence', requestedBy: 'Cora Customer' });
  });

  it('POR-7, POR-22 · its case shows what the request waits for, and from whom, and the approver answers there', async () => {
    const { number } = await order(w.cora, input([{ catalogItemId: licence, quantity: 1 }]));
    const shown = async () => {
      const theCase = await portalCase(w.cora, number);
      const [item] = await portalApprovers(number);
      return [theCase?.step, theCase?.requestState, item?.answer, item?.names];
    };
    expect(await shown()).toEqual(['received', 'requested', 'requested', ['Bea Boxeo', 'Ben Boxeo']]);
    const [asked, ...others] = await portalApprovals(w.bea, number);
    expect([asked?.title, others]).toEqual(['Licence', []]);
    expect(await portalApprovals(w.bea, (await aCase(w)).number)).toEqual([]);
    await answerApproval(w.bea, { approvalId: asked?.id ?? '', answer: 'approved' });
    expect(await shown()).toEqual(['work', 'approved', 'approved', ['Bea Boxeo']]);
    expect(await portalApprovals(w.bea, number)).toEqual([]);
  });

  it('REQ-1 · asks everybody in the account who approves except the person who ordered, for whomever', async () => {
    const licences = [{ catalogItemId: licence, quantity: 1 }];
    const asked = async (theCase: { id: string }) => {
      const approvals = await db().approval.findMany({
        where: { task: { requestedItem: { request: { caseId: theCase.id } } } },
        select: { approver: { select: { name: true } } },
      });
      return approvals.map(({ approver }) => approver.name).sort();
    };
    expect(await asked(await order(w.cora, input(licences)))).toEqual(['Bea Boxeo', 'Ben Boxeo']);
    expect(await asked(await order(w.bea, input(licences)))).toEqual(['Ben Boxeo']);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
    expect(await asked(await order(w.bea, input(licences, { forEmail: email ?? '' })))).toEqual(['Ben Boxeo']);
    // An agent placed the order, so the person it is for may approve it.
    const forBea = await aCase(w, { contactId: w.bea.id });
    await createRequest(w.mia, { caseNumber: forBea.number, items: licences });
    expect(await asked(forBea)).toEqual(['Bea Boxeo', 'Ben Boxeo']);
    await db().user.update({ where: { id: w.ben.id }, data: { active: false } });
    expect(await asked(await order(w.bea, input(licences)))).toEqual(['Bea Boxeo']);
    await db().user.update({ where: { id: w.ben.id }, data: { active: true } });
  });

  it('POR-13 · its request is hidden from others', async () => {
    const { number } = await order(w.cora, input([{ catalogItemId: mouse, quantity: 1 }]));
    for (const other of [w.fiona, w.jane]) {
      expect(await portalRelated(other, number)).toEqual([]);
      expect(await portalRequestsOf(other, [number])).toEqual(new Map());
    }
  });

  it('POR-6, POR-19 · is for a colleague only where the roles reach that far', async () => {
    const email = (await db().user.findUniqueOrThrow({ where: { id: w.cora.id } })).email ?? '';
    const forCora = input([{ catalogItemId: mouse, quantity: 1 }], { forEmail: email });
    const { id } = await order(w.bea, forCora);
    expect(await db().task.findUniqueOrThrow({ where: { id } })).toMatchObject({ contactId: w.cora.id });
    await expect(order(w.fiona, forCora)).rejects.toMatchObject({ rule: 'POR-19' });
  });

  it('REL-8, ACC-6, REL-3 · is refused for items that are not offered, for staff, and while requests are off', async () => {
    const board = await approvalBoard();
    const retired = await anOffer('Pager', board.id);
    await db().catalogItem.update({ where: { id: retired }, data: { active: false } });
    const count = () => db().task.count();
    const before = await count();
    await expect(order(w.cora, input([{ catalogItemId: retired, quantity: 1 }]))).rejects.toMatchObject({
      rule: 'REL-8',
    });
    await expect(order(w.ava, input([{ catalogItemId: mouse, quantity: 1 }]))).rejects.toMatchObject({ rule: 'ACC-6' });
    await setIntegrationActive('com.sn_cs_sm_request', false);
    await expect(order(w.cora, input([{ catalogItemId: mouse, quantity: 1 }]))).rejects.toMatchObject({
      rule: 'REL-3',
    });
    expect(await portalCatalog(w.cora)).toEqual([]);
    await setIntegrationActive('com.sn_cs_sm_request', true);
    expect(await count()).toBe(before);
  });

  it.each([0, 100, 1.5])('REQ-3 · of %d pieces is refused', (quantity) => {
    expect(Order.safeParse({ items: [{ catalogItemId: mouse, quantity }] }).success).toBe(false);
  });

  it('POR-6 · the catalog shows what can be ordered, without approvers or fulfilment groups', async () => {
    const offers = (await portalCatalog(w.cora)).flatMap((category) => category.offers);
    expect(offers.map(({ name }) => name)).toContain('Mouse');
    expect(offers.map(({ name }) => name)).not.toContain('Pager');
    expect(Object.keys(offers[0] ?? {}).sort()).toEqual([
      'asksApproval',
      'deliveryDays',
      'description',
      'id',
      'name',
      'priceCents',
    ]);
    expect(await portalCatalog(w.ava)).toEqual([]);
  });
});
