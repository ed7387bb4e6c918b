import { describe, expect, it } from 'vitest';
import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { personIn, type Relation, reach, relationsAt, sixAccounts } from '#lib/testing/six-accounts.ts';
import { aCase, holderOf, notesOf } from '#lib/testing/world.ts';
import { portalOrder, portalOrders, portalOrdersOf } from '../queries/portal-orders.ts';
import { askVisit } from './ask-visit.ts';

const w = await sixAccounts();

/** The owner fields of a record. */
const customerOf = (person: Person): Record<string, string | null> =>
  'accountId' in person
    ? { contactId: person.id, accountId: person.accountId }
    : { consumerId: person.id, contactId: null, accountId: null };

type Mark = 'alone' | 'of a case' | 'of a sensitive case';

/** A work order of a customer, with or without a case. */
async function orderOf(actor: Person, relation: Relation, mark: Mark) {
  const person = personIn(w, actor, relation);
  const openedById = relation === 'opened for served' ? actor.id : w.ava.id;
  if (mark === 'alone') {
    const own = Object.fromEntries(Object.entries(customerOf(person)).filter(([, id]) => id !== null));
    const values = { shortDescription: 'Change the fan', ...own };
    const order = await createTask(w.adam, { kind: 'work_order', values });
    await db().task.update({ where: { id: order.id }, data: { openedById } });
    return { ...order, caseNumber: null };
  }
  const theCase = await aCase(w, customerOf(person));
  await db().case.update({ where: { id: theCase.id }, data: { sensitive: mark === 'of a sensitive case' } });
  const order = await createFromCase(w.adam, { caseNumber: theCase.number, variant: 'work_order', values: {} });
  await db().task.updateMany({ where: { id: { in: [order.id, theCase.id] } }, data: { openedById } });
  return { ...order, caseNumber: theCase.number };
}

describe.each(reach)('%s of %s', (role, at, seen) => {
  it('POR-5, POR-12, POR-13, POR-14 · sees the work orders of own and related customers, and no others', async () => {
    const actor = await holderOf(`Holder of ${role}`, [role], at === 'nobody' ? undefined : w[at]);
    const missing = await portalOrder(actor, 'WO9999999');
    for (const relation of relationsAt(at))
      for (const mark of ['alone', 'of a case', 'of a sensitive case'] as const) {
        const order = await orderOf(actor, relation, mark);
        const sees = seen.includes(relation) && (mark !== 'of a sensitive case' || relation === 'own');
        const page = await portalOrder(actor, order.number);
        const listed = (await portalOrders(actor)).orders.some(({ number }) => number === order.number);
        const ofCase = order.caseNumber ? await portalOrdersOf(actor, order.caseNumber) : [];
        const where = `${relation}, ${mark}`;
        expect([where, page !== null, listed]).toEqual([where, sees, sees]);
        expect([where, ofCase?.length]).toEqual([where, order.caseNumber && sees ? 1 : 0]);
        if (!sees) expect(page).toEqual(missing);
      }
  });
});

describe('asking for a visit', () => {
  it('POR-11, WO-1 · makes a work order that awaits qualification, with the words of the customer in both', async () => {
    const theCase = await aCase(w, { configurationItemId: w.sdwan });
    const order = await askVisit(w.cora, { number: theCase.number, reason: 'The fan is loud. Ring at the gate.' });
    const { accountId, contactId } = theCase;
    expect(order).toMatchObject({ state: 'awaiting_qualification', accountId, contactId, openedById: w.cora.id });
    expect(order).toMatchObject({ description: 'The fan is loud. Ring at the gate.', configurationItemId: w.sdwan });
    expect(await notesOf(theCase)).toEqual([`Work order ${order.number} created from this case.`]);
    const [said] = await db().journalEntry.findMany({ where: { taskId: theCase.id, type: 'comment' } });
    expect(said).toMatchObject({ text: 'The fan is loud. Ring at the gate.', authorId: w.cora.id });
    expect(await portalOrdersOf(w.cora, theCase.number)).toMatchObject([{ number: order.number }]);
    const again = askVisit(w.cora, { number: theCase.number, reason: 'Still loud.' });
    await expect(again).rejects.toMatchObject({ rule: 'POR-11' });
  });

  it('POR-11, POR-13 · of another customer’s case is refused like a missing one', async () => {
    const theCase = await aCase(w);
    const ask = (number: string) => askVisit(w.fiona, { number, reason: 'Come.' }).catch((error) => error.rule);
    expect([await ask(theCase.number), await ask('CS9999999')]).toEqual(['REL-16', 'REL-16']);
    expect(await db().workOrder.count({ where: { caseId: theCase.id } })).toBe(0);
  });

  it('REL-3, POR-11 · while field service is off, the portal knows of no work order', async () => {
    const theCase = await aCase(w);
    const order = await askVisit(w.cora, { number: theCase.number, reason: 'Come.' });
    const id = 'com.snc.csm_fsm_integration';
    await db().integration.update({ where: { id }, data: { active: false } });
    expect(await portalOrder(w.cora, order.number)).toBeNull();
    expect((await portalOrders(w.cora)).orders).toEqual([]);
    await expect(askVisit(w.cora, { number: theCase.number, reason: 'Come.' })).rejects.toMatchObject({
      rule: 'REL-3',
    });
    await db().integration.update({ where: { id }, data: { active: true } });
  });
});
