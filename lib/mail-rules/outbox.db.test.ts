import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, approvalBoard, itemOf } from '#lib/testing/itsm.ts';
import { aCase, aCaseWithIncident, anIncident, change, holderOf, world } from '#lib/testing/world.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';

const w = await world();
let names: Map<string, string>;
beforeAll(async () => {
  const users = await db().user.findMany({ select: { id: true, name: true } });
  names = new Map(users.map(({ id, name }) => [id, name]));
});

/** The emails about a record, as "event > person: status". */
async function mailsAbout({ id }: { id: string }): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { taskId: id } });
  return mails.map(({ event, recipientId, status }) => `${event} > ${names.get(recipientId ?? '')}: ${status}`).sort();
}

async function watched(record: TaskRecord, list: 'watch_list' | 'work_notes_list', ...people: { id: string }[]) {
  for (const { id } of people)
    await watch(w.adam, { kind: record.kind, number: record.number, list, userId: id, watching: true });
}

const says = (record: TaskRecord, type: 'comment' | 'work_note', text = 'Words.') =>
  ({ kind: record.kind, number: record.number, type, text }) as const;

describe('the outbox', () => {
  it('MAIL-10 · an agent’s comment is sent to the customer and the watch list, never to the author', async () => {
    const theCase = await aCase(w);
    await watched(theCase, 'watch_list', w.ava, w.rita, w.bea);
    await addEntry(w.ava, says(theCase, 'comment'));
    expect(await mailsAbout(theCase)).toEqual([
      'comment for the customer > Bea Boxeo: queued',
      'comment for the customer > Cora Customer: queued',
      'comment for the customer > Rita Reader: queued',
    ]);
  });

  it('MAIL-10 · an update of a consumer’s case is sent to the consumer', async () => {
    const theCase = await aCase(w, { consumerId: w.jane.id });
    await addEntry(w.ava, says(theCase, 'comment'));
    expect(await mailsAbout(theCase)).toEqual(['comment for the customer > Jane Doe: queued']);
  });

  it('MAIL-10 · a customer’s comment is sent to the assigned agent, else to the group', async () => {
    const assigned = await aCase(w, { assignedToId: w.ava.id });
    await addEntry(w.cora, says(assigned, 'comment'));
    expect(await mailsAbout(assigned)).toEqual(['comment by the customer > Ava Agent: queued']);
    const grouped = await aCase(w, { assignmentGroupId: w.desk });
    await addEntry(w.cora, says(grouped, 'comment'));
    expect(await mailsAbout(grouped)).toEqual([
      'comment by the customer > Ava Agent: queued',
      'comment by the customer > Ian Itil: suppressed',
    ]);
  });

  it('MAIL-10 · a customer’s comment is sent to the group if the assigned agent has left, and only to the agent before', async () => {
    const leaver = await holderOf('Len Leaver', ['sn_customerservice_agent']);
    names.set(leaver.id, leaver.name);
    const theCase = await aCase(w, { assignmentGroupId: w.desk });
    await db().task.update({ where: { id: theCase.id }, data: { assignedToId: leaver.id } });
    await addEntry(w.cora, says(theCase, 'comment'));
    expect(await mailsAbout(theCase)).toEqual(['comment by the customer > Len Leaver: queued']);
    await setUserActive(w.adam, { userId: leaver.id, active: false });
    await addEntry(w.cora, says(theCase, 'comment', 'Is anybody there?'));
    expect(await mailsAbout(theCase)).toEqual([
      'comment by the customer > Ava Agent: queued',
      'comment by the customer > Ian Itil: suppressed',
      'comment by the customer > Len Leaver: queued',
    ]);
  });

  it('MAIL-10 · a resolved or closed case notifies customer and watch list; if the customer accepts, only others', async () => {
    const theCase = await aCase(w);
    await watched(theCase, 'watch_list', w.rita);
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await moveCase(w.cora, { number: theCase.number, verb: 'accept-solution' });
    expect(await mailsAbout(theCase)).toEqual([
      'resolved or closed > Cora Customer: queued',
      'resolved or closed > Rita Reader: queued',
      'resolved or closed > Rita Reader: queued',
    ]);
  });

  it.each([true, false])(
    'CASE-2, MAIL-10 · a proposed solution is one email, with the notes only if the customer may read them (%s)',
    async (addResolutionNotesToComments) => {
      const theCase = await aCase(w);
      await watched(theCase, 'watch_list', w.rita);
      const values = {
        resolutionCode: 'fixed_by_support',
        resolutionNotes: 'Cable replaced.',
        addResolutionNotesToComments,
      };
      await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
      expect(await mailsAbout(theCase)).toEqual([
        'resolved or closed > Cora Customer: queued',
        'resolved or closed > Rita Reader: queued',
      ]);
      const bodies = await db().mail.findMany({ where: { taskId: theCase.id }, select: { body: true } });
      expect(bodies).toEqual(Array(2).fill({ body: addResolutionNotesToComments ? 'Cable replaced.' : '' }));
    },
  );

  it('MAIL-10 · work notes are sent to the work notes list only', async () => {
    const theCase = await aCase(w);
    await watched(theCase, 'watch_list', w.bea);
    await watched(theCase, 'work_notes_list', w.rita, w.ava);
    await addEntry(w.ava, says(theCase, 'work_note'));
    expect(await mailsAbout(theCase)).toEqual(['work note > Rita Reader: queued']);
  });

  it('MAIL-10 · a work note by a rule is sent to the work notes list, but not to the user who caused it', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await watched(theCase, 'work_notes_list', w.rita, w.mia);
    await change(w.mia, incident, { state: 'in_progress' });
    expect(await mailsAbout(theCase)).toEqual(['work note > Rita Reader: queued']);
  });

  it('MAIL-10, REL-5, REL-11, REL-12 · notes about creating, associating and removing are sent to the work notes lists of both records', async () => {
    const theCase = await aCase(w);
    const { number: caseNumber } = theCase;
    await watched(theCase, 'work_notes_list', w.rita, w.mia);
    const made = await createFromCase(w.mia, { caseNumber, variant: 'incident', values: {} });
    const relate = { caseNumber, link: 'incident', number: made.number } as const;
    await watched(made, 'work_notes_list', w.ian);
    await remove(w.mia, relate);
    await associate(w.mia, relate);
    const request = await createRequest(w.mia, {
      caseNumber,
      items: [{ catalogItemId: await anOffer('Router'), quantity: 1 }],
    });
    const notes = await db().mail.findMany({ where: { event: 'work note', taskId: { in: [theCase.id, made.id] } } });
    expect(notes.map(({ recipientId, body }) => `${names.get(recipientId ?? '')}: ${body}`).sort()).toEqual([
      `Ian Itil: Case ${caseNumber} associated.`,
      `Ian Itil: Case ${caseNumber} removed.`,
      `Rita Reader: Incident ${made.number} associated.`,
      `Rita Reader: Incident ${made.number} created from this case.`,
      `Rita Reader: Incident ${made.number} removed.`,
      `Rita Reader: Request ${request.number} created from this case.`,
    ]);
  });

  it('MAIL-10 · the new assignee is notified, unless assigned by themselves', async () => {
    const theCase = await aCase(w);
    await change(w.mia, theCase, { assignedToId: w.pat.id });
    await change(w.mia, theCase, { assignedToId: w.mia.id });
    expect(await mailsAbout(theCase)).toEqual(['assignment > Pat Plain: queued']);
  });

  it('MAIL-10 · an incident notifies its internal caller and its watch list', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    await watched(incident, 'watch_list', w.rita);
    await addEntry(w.ian, says(incident, 'comment'));
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    expect(await mailsAbout(incident)).toEqual([
      'commented > Nils Nobody: queued',
      'commented > Rita Reader: queued',
      'created > Nils Nobody: queued',
      'on hold or resolved > Nils Nobody: queued',
      'on hold or resolved > Nils Nobody: queued',
      'on hold or resolved > Rita Reader: queued',
      'on hold or resolved > Rita Reader: queued',
    ]);
  });

  it('MAIL-10, INC-6 · an external caller is never emailed: one suppressed row per event', async () => {
    const incident = await anIncident(w, { callerId: w.cora.id });
    await addEntry(w.ian, says(incident, 'comment'));
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    expect(await mailsAbout(incident)).toEqual([
      'commented > Cora Customer: suppressed',
      'created > Cora Customer: suppressed',
      'on hold or resolved > Cora Customer: suppressed',
      'on hold or resolved > Cora Customer: suppressed',
    ]);
    const external = await db().mail.findMany({
      where: { task: { kind: 'incident' }, recipient: { audience: 'external' } },
    });
    expect(new Set(external.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
      new Set(['suppressed: caller is an external user']),
    );
  });

  it('MAIL-10, REL-9 · a suppressed external recipient is named by role: the caller, or a recipient', async () => {
    const incident = await anIncident(w, { callerId: w.cora.id });
    await db().taskWatcher.create({ data: { taskId: incident.id, list: 'watch_list', userId: w.bea.id } });
    await addEntry(w.ian, says(incident, 'comment'));
    const suppressed = await db().mail.findMany({ where: { taskId: incident.id, event: 'commented' } });
    expect(suppressed.map(({ recipientId, reason }) => `${names.get(recipientId ?? '')}: ${reason}`).sort()).toEqual([
      'Bea Boxeo: recipient is an external user',
      'Cora Customer: caller is an external user',
    ]);
  });

  it('ACC-6, MAIL-10 · users who may no longer see the record are not emailed, whichever list they are on', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const [left, stays] = [await holderOf('Lou Left', ['itil', 'sn_customerservice_agent']), w.rita];
    names.set(left.id, left.name);
    await watched(theCase, 'work_notes_list', left, stays);
    await watched(theCase, 'watch_list', left, stays, w.bea);
    await watched(incident, 'watch_list', left);
    await change(w.ian, incident, { assignedToId: left.id });
    expect(await mailsAbout(incident)).toContain('assignment > Lou Left: queued');

    await db().userRole.deleteMany({ where: { userId: { in: [left.id, w.bea.id] } } });
    await addEntry(w.mia, says(theCase, 'comment'));
    await addEntry(w.ian, says(incident, 'comment'));
    const mails = await db().mail.findMany({
      where: {
        taskId: { in: [theCase.id, incident.id] },
        event: { in: ['comment for the customer', 'work note', 'commented'] },
      },
    });
    const withoutAccess = 'suppressed, recipient may not see the record, never';
    expect(
      mails
        .map(
          (mail) =>
            `${names.get(mail.recipientId ?? '')}: ${mail.status}, ${mail.reason}, ${mail.nextTryAt ? 'due' : 'never'}`,
        )
        .sort(),
    ).toEqual([
      `Bea Boxeo: ${withoutAccess}`,
      'Cora Customer: queued, , due',
      'Cora Customer: suppressed, caller is an external user, never',
      `Lou Left: ${withoutAccess}`,
      `Lou Left: ${withoutAccess}`,
      `Lou Left: ${withoutAccess}`,
      'Rita Reader: queued, , due',
      'Rita Reader: queued, , due',
    ]);
    await db().userRole.create({
      data: { userId: w.bea.id, role: 'sn_customerservice.customer_case_manager', audience: 'external' },
    });
  });

  it('SYNC-REQ-3, MAIL-10 · a requester receives comments, unless an agent of the case talks to the customer', async () => {
    const items = [{ catalogItemId: await anOffer('Cable'), quantity: 1 }];
    const ownRequest = await createRequest(w.ian, { items, requestedForId: w.nils.id });
    await addEntry(w.ian, says(ownRequest, 'comment'));
    expect(await mailsAbout(ownRequest)).toContain('commented > Nils Nobody: queued');
    const theCase = await aCase(w);
    const ofCase = await createRequest(w.mia, { items, caseNumber: theCase.number, requestedForId: w.nils.id });
    await addEntry(w.ian, says(ofCase, 'comment'));
    const item = await itemOf(ofCase, 'Cable');
    await addEntry(w.ian, says(item, 'comment'));
    const suppressed = await db().mail.findMany({
      where: { event: 'commented', taskId: { in: [ofCase.id, item.id] } },
    });
    expect(suppressed.map(({ status, reason }) => `${status}: ${reason}`)).toEqual(
      Array(2).fill('suppressed: the agent of the case talks to the customer'),
    );
  });

  it.each([
    ['the rule is off', () => db().businessRule.update({ where: { id: 'SYNC-REQ-3' }, data: { active: false } })],
    [
      'its integration is off',
      () => db().integration.update({ where: { id: 'com.sn_cs_sm_request' }, data: { active: false } }),
    ],
    ['the case is canceled', ({ number }: { number: string }) => moveCase(w.mia, { number, verb: 'cancel' })],
  ])('SYNC-REQ-3, REL-3 · a comment that is not copied to a case is sent to the requester: %s', async (_why, off) => {
    const items = [{ catalogItemId: await anOffer('Cable'), quantity: 1 }];
    const theCase = await aCase(w);
    const request = await createRequest(w.mia, { items, caseNumber: theCase.number, requestedForId: w.nils.id });
    await off(theCase);
    await addEntry(w.ian, says(request, 'comment'));
    await db().businessRule.updateMany({ where: { id: 'SYNC-REQ-3' }, data: { active: true } });
    await db().integration.updateMany({ data: { active: true } });
    expect(await mailsAbout(request)).toEqual(['commented > Nils Nobody: queued']);
    const notes = await db().journalEntry.count({ where: { taskId: theCase.id, text: { startsWith: 'Comment on' } } });
    expect(notes).toBe(0);
  });

  it('MAIL-10, CHG-1, REQ-1 · requested approvers get an email', async () => {
    const board = await approvalBoard();
    names.set(board.arno.id, board.arno.name).set(board.anna.id, board.anna.name);
    const asking = await anOffer('Laptop', board.id);
    const request = await createRequest(w.ian, { items: [{ catalogItemId: asking, quantity: 1 }] });
    expect(await mailsAbout(await itemOf(request, 'Laptop'))).toEqual([
      'approval asked > Anna Approver: queued',
      'approval asked > Arno Approver: queued',
    ]);
  });

  it('MAIL-12 · a recipient with two reasons gets one email per event', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    await watched(incident, 'watch_list', w.nils);
    await addEntry(w.ian, says(incident, 'comment'));
    expect(await mailsAbout(incident)).toEqual(['commented > Nils Nobody: queued', 'created > Nils Nobody: queued']);
  });

  it('MAIL-10 · users who have left, or have no address, are not emailed', async () => {
    const left = await aCase(w, { contactId: w.lea.id });
    await db().user.update({ where: { id: w.lea.id }, data: { active: false } });
    await addEntry(w.ava, says(left, 'comment'));
    expect(await mailsAbout(left)).toEqual([]);
    const silent = await aCase(w, { contactId: w.carl.id });
    await db().user.update({ where: { id: w.carl.id }, data: { email: null } });
    await addEntry(w.ava, says(silent, 'comment'));
    expect(await mailsAbout(silent)).toEqual(['comment for the customer > Carl Colleague: suppressed']);
  });

  it('MAIL-12 · the message id contains the row’s id; a queued one is due at once, a suppressed one never', async () => {
    const incident = await anIncident(w, { callerId: w.cora.id });
    await watched(incident, 'watch_list', w.noa, w.rita);
    await addEntry(w.ian, says(incident, 'comment'));
    const mails = await db().mail.findMany({ where: { taskId: incident.id } });
    expect(mails.map(({ status }) => status).toSorted()).toEqual(['queued', 'queued', 'suppressed', 'suppressed']);
    for (const { id, messageId, status, createdAt, nextTryAt, tries, lastError } of mails)
      expect({ messageId, nextTryAt, tries, lastError }).toEqual({
        messageId: `<${id}@casebridge.local>`,
        nextTryAt: status === 'queued' ? createdAt : null,
        tries: 0,
        lastError: '',
      });
  });

  it('SYNC-0 · a refused update queues nothing', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    const refused = change(w.ian, incident, { state: 'closed' }, { comment: 'Words.' });
    await expect(refused).rejects.toMatchObject({ rule: 'REC-5' });
    expect(await mailsAbout(incident)).toEqual(['created > Nils Nobody: queued']);
  });
});
