import { describe, expect, it } from 'vitest';
import { findAttachment } from '#lib/attachment/queries/attachments.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { portalCase } from '#lib/portal/queries/portal-case.ts';
import { portalCases } from '#lib/portal/queries/portal-cases.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { aCase, change, world } from '#lib/testing/world.ts';
import { mayReadTask } from './readable.ts';

const w = await world();

const fileOf = ({ id }: Case) =>
  db().attachment.create({
    data: {
      taskId: id,
      name: 'a.txt',
      contentType: 'text/plain',
      size: 1,
      sha256: 'a',
      uploadedById: w.ava.id,
      createdAt: new Date(),
    },
  });

/** The answer of each way to read a case; all must agree. */
async function waysTo(actor: Actor, theCase: Case, fileId: string) {
  const { cases } = await portalCases(actor);
  return {
    list: cases.some(({ number }) => number === theCase.number),
    page: (await portalCase(actor, theCase.number)) !== null,
    conversation: (await portalConversation(actor, theCase.number)) !== null,
    file: (await findAttachment(actor, fileId)) !== null,
    stream: await mayReadTask(db(), actor, theCase.id),
  };
}

const all = (value: boolean) => ({ list: value, page: value, conversation: value, file: value, stream: value });

const add = (theCase: Case, who: { id: string }, mayAnswer: boolean) =>
  db().caseColleague.create({
    data: { caseId: theCase.id, userId: who.id, mayAnswer, addedById: w.cora.id, addedAt: new Date() },
  });

const comment = (by: Actor, { number }: Case) => addEntry(by, { kind: 'case', number, type: 'comment', text: 'Hello' });

const now = async ({ id }: { id: string }) => {
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error(`${id} is nobody.`);
  return actor;
};

describe('sensitive cases', () => {
  const whom = ['cora', 'carl', 'bea', 'ben', 'petra', 'paul'] as const;
  const seenOpen = { cora: true, carl: false, bea: true, ben: true, petra: true, paul: true };
  const seenSensitive = { cora: true, carl: false, bea: false, ben: false, petra: false, paul: false };

  it.each([
    [false, seenOpen],
    [true, seenSensitive],
  ])('POR-14 · marked %s, a case is visible only to its customer, on every path', async (sensitive, seen) => {
    const theCase = await aCase(w);
    await db().task.update({ where: { id: theCase.id }, data: { openedById: w.paul.id } });
    const { id } = await fileOf(theCase);
    await change(w.ava, theCase, { sensitive });
    for (const name of whom) expect([name, await waysTo(w[name], theCase, id)]).toEqual([name, all(seen[name])]);
    await add(theCase, w.ben, true);
    expect(await waysTo(w.ben, theCase, id)).toEqual(all(true));
  });
});

describe('colleagues added to a case', () => {
  it('POR-19 · one added to read sees it by every way, and writes nothing into it', async () => {
    const theCase = await aCase(w);
    const { id } = await fileOf(theCase);
    expect(await waysTo(w.carl, theCase, id)).toEqual(all(false));
    await add(theCase, w.carl, false);
    expect(await waysTo(w.carl, theCase, id)).toEqual(all(true));
    await expect(comment(w.carl, theCase)).rejects.toMatchObject({ rule: 'ACC-6' });
    await db().caseColleague.updateMany({ where: { caseId: theCase.id }, data: { mayAnswer: true } });
    await comment(w.carl, theCase);
  });

  it('POR-19 · a role of the colleague is not less for having been added to read', async () => {
    const theCase = await aCase(w);
    await add(theCase, w.ben, false);
    await comment(w.ben, theCase);
  });

  it('POR-13 · see nothing if they belong to another account, regardless of who added them', async () => {
    const theCase = await aCase(w);
    const { id } = await fileOf(theCase);
    await add(theCase, w.fiona, true);
    expect(await waysTo(w.fiona, theCase, id)).toEqual(all(false));
  });
});

describe('a contact who changes accounts', () => {
  it('POR-13 · after a case gets another contact, the previous contact loses access immediately', async () => {
    const theCase = await aCase(w);
    const { id } = await fileOf(theCase);
    await change(w.ava, theCase, { contactId: w.carl.id });
    expect(await waysTo(w.cora, theCase, id)).toEqual(all(false));
    expect(await waysTo(w.carl, theCase, id)).toEqual(all(true));
  });

  it('POR-13 · a contact of another account leaves the cases behind, and brings none along', async () => {
    const [own, shared, ofFunco] = [
      await aCase(w),
      await aCase(w, { contactId: w.carl.id }),
      await aCase(w, { contactId: w.fiona.id }),
    ];
    await add(shared, w.cora, true);
    const files = new Map(
      await Promise.all([own, shared, ofFunco].map(async (each) => [each, (await fileOf(each)).id] as const)),
    );
    const before = w.cora;
    const see = async (actor: Actor, theCase: Case) => waysTo(actor, theCase, files.get(theCase) ?? '');
    expect([await see(before, own), await see(before, shared)]).toEqual([all(true), all(true)]);
    await db().contact.update({ where: { id: w.cora.id }, data: { accountId: w.funco } });
    // A page or stream that began before the move still uses the former actor.
    for (const actor of [before, await now(w.cora)])
      for (const theCase of [own, shared, ofFunco]) expect(await see(actor, theCase)).toEqual(all(false));
    expect(await see(w.ben, own)).toEqual(all(true));
    await db().userRole.create({
      data: { userId: w.cora.id, role: 'sn_customerservice.customer_admin', audience: 'external' },
    });
    const moved = await now(w.cora);
    expect([await see(moved, own), await see(moved, shared), await see(moved, ofFunco)]).toEqual([
      all(false),
      all(false),
      all(true),
    ]);
  });
});
