import { beforeAll, describe, expect, it } from 'vitest';
import { dryRun, runCommand } from '#lib/engine/command.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { type PlannedAction, wouldUpdateMessage } from '#lib/record-page/would-update.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, approvalBoard, aWorkingMember, type Board, itemOf } from '#lib/testing/itsm.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { aReadyTask, aStageOfVisits } from '#lib/testing/visits.ts';
import { aCase, anIncident, anotherCaseOf, change, makeMajor, world } from '#lib/testing/world.ts';
import { previewAction } from './preview-action.ts';

const w = await world();
let board: Board;
beforeAll(async () => {
  board = await approvalBoard();
});

/** Asks while another transaction has locked every record, approval and person. */
async function whileAllIsLocked<T>(ask: () => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      for (const table of [
        'tasks',
        'cases',
        'incidents',
        'changes',
        'approvals',
        'users',
        'technicians',
        'appointments',
      ])
        await tx.$queryRawUnsafe(`select from ${table} for update`);
      return ask();
    },
    { timeout: 20_000 },
  );
}

/** A user and a planned action that rules would propagate to other records. */
type Asking = { by: Parameters<typeof previewAction>[0]; considered: PlannedAction };

async function aMajorCase() {
  await syncChildren(true);
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const major = await openMajorCase(w.mia, { as: 'major case', values });
  await makeMajor(major, await aCase(w), await aCase(w));
  return major;
}

const asking: Readonly<Record<string, () => Promise<Asking>>> = {
  'saving an incident': async () => {
    const incident = await anIncident(w);
    await anotherCaseOf(w, incident);
    const { kind, number, version } = incident;
    return { by: w.ian, considered: { what: 'save', kind, number, version, values: { state: 'in_progress' } } };
  },
  'resolving an incident with its children': async () => {
    const [{ id: parentId, kind, number, version }, child] = [await anIncident(w), await anIncident(w)];
    await db().incident.update({ where: { id: child.id }, data: { parentId } });
    await anotherCaseOf(w, child);
    const values = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    return { by: w.ian, considered: { what: 'save', kind, number, version, values, resolveChildren: [child.number] } };
  },
  'setting the parent of an incident': async () => {
    const [{ kind, number, version }, parent] = [await anIncident(w), await anIncident(w)];
    return { by: w.ian, considered: { what: 'save', kind, number, version, values: { parentId: parent.id } } };
  },
  'commenting on a case with its incident': async () => {
    const { kind, number, version } = await anotherCaseOf(w, await anIncident(w));
    return { by: w.mia, considered: { what: 'save', kind, number, version, values: {}, comment: 'We look at it.' } };
  },
  'resolving a major case': async () => {
    const { number } = await aMajorCase();
    return { by: w.mia, considered: { what: 'move', number, verb: 'propose-solution' } };
  },
  'cancelling a major case': async () => {
    const { number } = await aMajorCase();
    return { by: w.mia, considered: { what: 'move', number, verb: 'cancel' } };
  },
  'associating a record': async () => {
    const [{ number: caseNumber }, { number }] = [await aMajorCase(), await anIncident(w)];
    return { by: w.mia, considered: { what: 'associate', caseNumber, link: 'incident', number } };
  },
  'removing a record': async () => {
    const [{ number: caseNumber }, { number }] = [await aMajorCase(), await anIncident(w)];
    await associate(w.mia, { caseNumber, link: 'incident', number });
    return { by: w.mia, considered: { what: 'remove', caseNumber, link: 'incident', number } };
  },
  'asking for approval of a change': async () => {
    const { kind, number, version } = await aChange(w);
    const values = { state: 'assess', approvalGroupId: board.id };
    return { by: w.ian, considered: { what: 'save', kind, number, version, values } };
  },
  'approving a change': async () => {
    const lena = await aWorkingMember(board);
    const record = await aChange(w);
    await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
    const { id } = await db().approval.findFirstOrThrow({ where: { taskId: record.id, approverId: lena.id } });
    return { by: lena, considered: { what: 'answer', approvalId: id, answer: 'rejected' } };
  },
  'completing an item of a request': async () => {
    const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
    const request = await createRequest(w.mia, { caseNumber: (await aCase(w)).number, items });
    const { kind, number, version } = await itemOf(request, 'Mouse');
    return { by: w.mia, considered: { what: 'save', kind, number, version, values: { state: 'closed_complete' } } };
  },
  'cancelling a request': async () => {
    const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
    const { number } = await createRequest(w.mia, { caseNumber: (await aCase(w)).number, items });
    return { by: w.mia, considered: { what: 'cancel', number } };
  },
};

describe('a preview', () => {
  it.each(Object.entries(asking))('SYNC-3, SYNC-5 · of %s waits for no lock on its records', async (_, of) => {
    const { by, considered } = await of();
    const parsed = considered as Parameters<typeof wouldUpdateMessage>[1];
    const free = [await previewAction(by, parsed), await wouldUpdateMessage(by, parsed)];
    expect(free[0]).toMatchObject({ refused: '' });
    const held = await whileAllIsLocked(async () => [
      await previewAction(by, parsed),
      await wouldUpdateMessage(by, parsed),
    ]);
    expect(held).toEqual(free);
  });

  it('SYNC-5, WO-6 · counts the emails about the appointment of a work order that is canceled, and cancels none', async () => {
    const { prepare, startsAt } = await aStageOfVisits(w.adam);
    const values = { contactId: w.cora.id, timeZone: 'UTC' };
    const task = await aReadyTask(w.adam, values);
    await prepare(task.number, 'own');
    const order = await loadRecord(db(), 'work_order', task.workOrderId);
    const saved = { kind: order.kind, number: order.number, version: order.version, values: { state: 'canceled' } };
    const said = await whileAllIsLocked(() => previewAction(w.adam, { what: 'save', ...saved }));
    expect(await db().appointment.count({ where: { startsAt, state: 'booked' } })).toBe(1);
    await updateTask(w.adam, saved);
    const { id } = await db().cause.findFirstOrThrow({ where: { taskId: order.id }, orderBy: { id: 'desc' } });
    const mails = await db().mail.count({ where: { causeId: id, status: 'queued' } });
    expect(mails).toBeGreaterThan(0);
    expect(said).toMatchObject({ refused: '', mails: { queued: mails, heldBack: 0 } });
  });

  it('SYNC-5 · fails where something would be written by it', async () => {
    const { id } = await anIncident(w);
    const writing = () =>
      runCommand(w.ian, 'write', ({ tx }) => tx.task.update({ where: { id }, data: { priority: 1 } }));
    await expect(dryRun(writing, async () => null)).rejects.toThrow(/read-only/);
  });
});
