import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anOffer, answer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anotherCaseOf,
  change,
  holderOf,
  notesOf,
  setIntegrationActive,
  type World,
  world,
} from '#lib/testing/world.ts';
import { inboxSentence } from './item.ts';
import { readInbox } from './queries/inbox.ts';

const w = await world();
let board: Board;
beforeAll(async () => {
  board = await approvalBoard();
});

type Record = { id: string; number: string };

/** A user's inbox lines about a case, caused by its related records, newest first. */
const itemsOf = async (person: World['ava'], { number }: Record) =>
  (await readInbox(person)).items
    .filter((item) => item.number === number && item.reason === 'related')
    .map(({ excerpt }) => excerpt);

const assigned = async ({ id }: Record, assignedToId: string | null, assignmentGroupId: string | null = null) => {
  await db().task.update({ where: { id }, data: { assignedToId, assignmentGroupId } });
};

describe('the assignee of a case', () => {
  it('NTF-1 · is notified when its incident is put on hold, resumed, resolved or closed, and of no other change of state', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await assigned(theCase, w.rita.id);
    await change(w.ian, incident, { state: 'in_progress' });
    expect(await itemsOf(w.rita, theCase)).toEqual([]);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { state: 'in_progress' });
    const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };
    await change(w.ian, incident, { state: 'resolved', ...solved });
    await change(w.ian, incident, { state: 'closed' });
    const [ended, resolved, off, on, ...more] = await itemsOf(w.rita, theCase);
    expect(more).toEqual([]);
    expect(ended).toContain('changed from Resolved to Closed');
    expect(resolved).toContain('resolution notes: Restarted.');
    expect(off).toContain('changed from On Hold to In Progress');
    expect(on).toContain('on hold reason: Awaiting Vendor.');
    const [line] = (await readInbox(w.rita)).items;
    expect(line && inboxSentence(line)).toBe('Ian Itil updated a related record');
  });

  it('NTF-1 · gets one entry for all cases, and none for their own actions', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const other = await anotherCaseOf(w, incident);
    for (const each of [theCase, other]) await assigned(each, w.rita.id);
    const own = await anotherCaseOf(w, incident);
    await assigned(own, w.noa.id);
    await change(w.noa, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const lines = await db().inboxItem.findMany({
      where: { taskId: { in: [theCase.id, other.id, own.id] }, reason: 'related' },
      select: { userId: true, records: true },
    });
    expect(lines).toEqual([{ userId: w.rita.id, records: 2 }]);
  });

  it('NTF-1 · receives the reason why a change was rejected', async () => {
    const plan = await aChange(w);
    const theCase = await aCaseOf(w, 'change', plan);
    await assigned(theCase, w.rita.id);
    await change(w.ian, plan, { state: 'assess', approvalGroupId: board.id });
    await answer(board.arno, plan, 'The week is full.');
    const because = `${plan.number}: Rejected by ${board.arno.name}: The week is full.`;
    expect(await itemsOf(w.rita, theCase)).toEqual([expect.stringContaining(because)]);
  });

  it('SYNC-REQ-2, NTF-1 · of a request reads why an item was refused', async () => {
    const theCase = await aCase(w);
    await assigned(theCase, w.rita.id);
    const items = [{ catalogItemId: await anOffer('Desk', board.id), quantity: 1 }];
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    await answer(board.arno, await itemOf(request, 'Desk'), 'Too dear.');
    const because = `Rejected by ${board.arno.name}: Too dear.`;
    expect((await notesOf(theCase)).join('\n')).toContain(because);
    expect((await itemsOf(w.rita, theCase)).join('\n')).toContain(because);
  });

  it('NTF-1 · is its group if it is unassigned, for members who may see the case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const member = await holderOf('Gus Group', ['sn_customerservice_agent']);
    const blind = await holderOf('Bo Blind', ['sn_incident_write']);
    const { id } = await db().group.create({ data: { name: 'Lines' } });
    await db().groupMember.createMany({ data: [member, blind].map(({ id: userId }) => ({ groupId: id, userId })) });
    await assigned(theCase, null, id);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    expect([(await itemsOf(member, theCase)).length, (await itemsOf(blind, theCase)).length]).toEqual([1, 0]);
  });

  it('NTF-1, REL-3 · receives nothing while the integration is off', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await assigned(theCase, w.rita.id);
    await setIntegrationActive('com.sn_cs_sm', false);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await setIntegrationActive('com.sn_cs_sm', true);
    expect(await itemsOf(w.rita, theCase)).toEqual([]);
  });
});
