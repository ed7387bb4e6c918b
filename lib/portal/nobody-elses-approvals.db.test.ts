import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anOffer, itemOf, planned } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { personIn, type Relation, reach, relationsAt, sixAccounts } from '#lib/testing/six-accounts.ts';
import { aCase, holderOf } from '#lib/testing/world.ts';
import { countPortalApprovals, portalApprovals } from './queries/portal-approvals.ts';
import { countActionNeeded } from './queries/portal-cases.ts';
import { answerOwnApprovalAction } from './requests/actions.ts';

const w = await sixAccounts();
let models: Awaited<ReturnType<typeof modelsOf>>;
beforeAll(async () => {
  models = await modelsOf();
});
beforeEach(() => db().callCount.deleteMany());

/** An item that waits for its customer, and a change of a case that waits for approval, created by commands. */
async function modelsOf() {
  const licence = await anOffer('Licence');
  await db().catalogItem.update({ where: { id: licence }, data: { approvedByCustomer: true } });
  const items = [{ catalogItemId: licence, quantity: 1 }];
  const request = await createRequest(w.mia, { caseNumber: (await aCase(w)).number, items });
  const item = await itemOf(request, 'Licence');
  const change = await aChange(w, planned);
  const theCase = await aCaseOf(w, 'change', change);
  const taskOf = ({ id }: { id: string }) => db().task.findUniqueOrThrow({ where: { id } });
  return {
    request: [await taskOf(request), await db().request.findUniqueOrThrow({ where: { id: request.id } })] as const,
    item: [await taskOf(item), await db().requestedItem.findUniqueOrThrow({ where: { id: item.id } })] as const,
    change: [await taskOf(change), await db().change.findUniqueOrThrow({ where: { id: change.id } })] as const,
    case: [await taskOf(theCase), await db().case.findUniqueOrThrow({ where: { id: theCase.id } })] as const,
  };
}

/** The record to approve: an item that the person ordered, or a change related to the person's case. */
const subjects = ['order', 'change'] as const;
type Cell = { relation: Relation; about: (typeof subjects)[number]; named: boolean; id: string; taskId: string };

let made = 0;

async function cellOf(actor: Person, relation: Relation, about: Cell['about'], named: boolean): Promise<Cell> {
  made += 1;
  const owner = personIn(w, actor, relation);
  const accountId = 'accountId' in owner ? owner.accountId : null;
  const whose = { contactId: accountId ? owner.id : null, consumerId: accountId ? null : owner.id, accountId };
  const [id, outer] = [randomUUID(), randomUUID()];
  if (about === 'order') {
    const task = { ...models.request[0], id: outer, number: `REQ77${made}`, accountId };
    await db().task.createMany({ data: [task, { ...models.item[0], id, number: `RITM77${made}`, accountId }] });
    await db().request.create({ data: { ...models.request[1], id: outer, requestedForId: owner.id } });
    await db().requestedItem.create({ data: { ...models.item[1], id, requestId: outer } });
  } else {
    const task = { ...models.change[0], id, number: `CHG77${made}`, state: 'assess' };
    await db().task.createMany({ data: [task, { ...models.case[0], id: outer, number: `CS77${made}`, ...whose }] });
    await db().change.create({ data: { ...models.change[1], id, approval: 'requested' } });
    await db().case.create({ data: { ...models.case[1], id: outer, changeId: id } });
  }
  const approverId = named ? actor.id : w.ben.id;
  const asked = { taskId: id, approverId, stage: about === 'order' ? 'pending' : 'assess', round: 1 };
  const approval = await db().approval.create({ data: { ...asked, requestedAt: new Date() } });
  return { relation, about, named, id: approval.id, taskId: id };
}

/** POR-7, POR-13 · Only the named approver may answer, and only for records of the approver's account. */
const wantedAt = (at: (typeof reach)[number][1], { relation, named }: Cell) =>
  at !== 'nobody' && named && (relation === 'own' || relation === 'account');

const reject = (approvalId: string) => answerOwnApprovalAction({ approvalId, answer: 'rejected', reason: 'Too soon.' });

const MISSING = '01900000-0000-7000-8000-000000000000';

describe.each(reach)('approvals, for %s of %s', (role, at) => {
  // The specification never asks these people: consumers about their own cases, and people who reach an account only by role.
  const theirs = relationsAt(at).filter((relation) =>
    at === 'nobody' ? relation !== 'own' : relation !== 'child' && !relation.includes('served'),
  );
  let actor: Person;
  const cells: Cell[] = [];
  const wanted = (cell: Cell) => wantedAt(at, cell);
  beforeAll(async () => {
    actor = await holderOf(`Asked ${role}`, [role], at === 'nobody' ? undefined : w[at]);
    for (const relation of theirs)
      for (const about of subjects)
        for (const named of [true, false]) cells.push(await cellOf(actor, relation, about, named));
    signedIn.actor = actor;
  });

  it('POR-7, POR-13 · are listed and counted if they name a person of the account, and nowhere else', async () => {
    const listed = await portalApprovals(actor);
    const expected = cells.filter(wanted).map(({ id, about }) => `${about} ${id}`);
    expect(listed.map(({ id, about }) => `${about} ${id}`).sort()).toEqual(expected.sort());
    expect([await countPortalApprovals(actor), (await countActionNeeded(actor)) >= listed.length]).toEqual([
      listed.length,
      true,
    ]);
  });

  it('POR-7, POR-20 · are answered by those, and for all others like one that is not there', async () => {
    const missing = JSON.stringify(await reject(MISSING));
    for (const cell of cells.filter((each) => !wanted(each)))
      expect(JSON.stringify(await reject(cell.id)), `${cell.relation}, ${cell.about}, ${cell.named}`).toBe(missing);
    for (const cell of cells.filter(wanted))
      expect([cell.relation, cell.about, await reject(cell.id)]).toMatchObject([
        cell.relation,
        cell.about,
        { ok: true },
      ]);
    const answered = await db().approval.findMany({
      where: { id: { in: cells.map(({ id }) => id) }, answer: 'rejected' },
      select: { id: true },
    });
    expect(answered.map(({ id }) => id).sort()).toEqual(
      cells
        .filter(wanted)
        .map(({ id }) => id)
        .sort(),
    );
  });
});
