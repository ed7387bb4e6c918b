import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { db } from '#lib/platform/db.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { type AssociableLinkName, associableLinkNames, links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anOffer, aProblem, itemOf } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  commentsOf,
  fresh,
  holderOf,
  journalOf,
  makeMajor,
  notesOf,
  setIntegrationActive,
  setProperty,
  type World,
  world,
} from '#lib/testing/world.ts';
import { associate } from './commands/associate.ts';
import { createFromCase } from './commands/create-from-case.ts';
import { remove } from './commands/remove.ts';

const w = await world();

const create = (actor: World['ava'], theCase: { number: string }, values = {}) =>
  createFromCase(actor, { caseNumber: theCase.number, variant: 'incident', values });
const join = (actor: World['ava'], theCase: { number: string }, incident: { number: string }) =>
  associate(actor, { caseNumber: theCase.number, link: 'incident', number: incident.number });
const part = (actor: World['ava'], theCase: { number: string }, incident: { number: string }) =>
  remove(actor, { caseNumber: theCase.number, link: 'incident', number: incident.number });

const solved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

describe('Create Incident', () => {
  it('REL-5 · makes it, links it and writes both journals', async () => {
    const theCase = await aCase(w, { configurationItemId: w.sdwan, channel: 'phone', description: 'Since nine.' });
    const incident = (await create(w.ava, theCase)) as Incident;
    expect(await fresh(theCase)).toMatchObject({ incidentId: incident.id, state: 'new' });
    expect(await fresh(incident)).toMatchObject({
      shortDescription: theCase.shortDescription,
      description: 'Since nine.',
      state: 'new',
      callerId: w.cora.id,
      accountId: w.boxeo,
      configurationItemId: w.sdwan,
      contactType: 'phone',
      openedById: w.ava.id,
    });
    expect(await notesOf(theCase)).toEqual([`Incident ${incident.number} created from this case.`]);
    expect(await notesOf(incident)).toEqual([`Created from case ${theCase.number}.`]);
  });

  it('REL-5, REC-1 · both notes are the system’s, name each other and have one cause', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const [inCase] = await journalOf(theCase);
    const [inIncident] = await journalOf(incident);
    expect(inCase).toMatchObject({ authorId: null, sourceTaskId: incident.id, lines: [{ rule: 'REL-5' }] });
    expect(inIncident).toMatchObject({ authorId: null, sourceTaskId: theCase.id, causeId: inCase?.causeId });
    const cause = await db().cause.findUniqueOrThrow({ where: { id: inCase?.causeId ?? '' } });
    expect(cause.actorId).toBe(w.ava.id);
  });

  it('REL-6 · lookup active: the triple is stored as shown, and recomputed only when impact or urgency changes', async () => {
    const theCase = await aCase(w, { priority: 4 });
    await db().priorityLookup.updateMany({ where: { impact: 2, urgency: 3 }, data: { active: false } });
    const incident = (await create(w.ava, theCase)) as Incident;
    expect(incident).toMatchObject({ priority: 4, impact: 3, urgency: 2 });
    await db().priorityLookup.updateMany({ where: { impact: 2, urgency: 3 }, data: { active: true } });
    await db().priorityLookup.updateMany({ where: { impact: 3, urgency: 2 }, data: { priority: 5 } });
    await change(w.ian, incident, { shortDescription: 'Another word' });
    expect((await fresh(incident)).priority).toBe(4);
    await change(w.ian, incident, { urgency: 1 });
    expect((await fresh(incident)).priority).toBe(3);
    await db().priorityLookup.updateMany({ where: { impact: 3, urgency: 2 }, data: { priority: 4 } });
  });

  it('REL-6 · lookup inactive: 5 - Planning, 3 - Low, 3 - Low', async () => {
    await setProperty('com.snc.incident.data_lookup_active', 'false');
    expect(await create(w.ava, await aCase(w, { priority: 1 }))).toMatchObject({ priority: 5, impact: 3, urgency: 3 });
    await setProperty('com.snc.incident.data_lookup_active', 'true');
  });

  it('REL-6, INC-4 · impact and urgency that the agent changes compute the priority', async () => {
    const values = { impact: 1, urgency: 1 };
    expect(await create(w.ava, await aCase(w, { priority: 4 }), values)).toMatchObject({ ...values, priority: 1 });
  });

  it('REL-17 · the words and the configuration item can be edited, the rest cannot', async () => {
    const values = { shortDescription: 'Controller', description: 'Red light', configurationItemId: w.sdwan };
    expect(await create(w.ava, await aCase(w), values)).toMatchObject(values);
    const attempts: Record<string, string | number>[] = [
      { callerId: w.jane.id },
      { accountId: w.funco },
      { priority: 1 },
      { contactType: 'walk-in' },
      { state: 'closed' },
    ];
    for (const other of attempts) {
      const theCase = await aCase(w);
      const [field] = Object.keys(other);
      await expect(create(w.ava, theCase, other)).rejects.toMatchObject({ rule: 'REC-5', field });
      expect((await fresh(theCase)).incidentId).toBeNull();
    }
  });

  it('REL-17 · the caller is the consumer, or without customer the agent', async () => {
    expect(await create(w.ava, await aCase(w, { consumerId: w.jane.id }))).toMatchObject({ callerId: w.jane.id });
    const proactive = await aCase(w);
    await db().case.update({ where: { id: proactive.id }, data: { proactive: true } });
    await db().task.update({ where: { id: proactive.id }, data: { contactId: null } });
    expect(await create(w.ava, proactive)).toMatchObject({ callerId: w.ava.id });
  });

  it('REL-4 · a second one is refused with the number of the first, and leaves nothing behind', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const before = await db().incident.count();
    await expect(create(w.mia, theCase)).rejects.toMatchObject({
      rule: 'REL-4',
      because: `${theCase.number} already has incident ${incident.number}.`,
    });
    expect(await db().incident.count()).toBe(before);
    expect(await notesOf(theCase)).toHaveLength(1);
  });
});

describe('Associate Incident', () => {
  it('REL-11 · both journals note it, and earlier entries are not copied', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'in_progress' }, { comment: 'We are on it.' });
    const theCase = await aCase(w);
    await join(w.rita, theCase, incident);
    expect(await fresh(theCase)).toMatchObject({ incidentId: incident.id });
    expect(await notesOf(theCase)).toEqual([`Incident ${incident.number} associated.`]);
    expect(await notesOf(incident)).toEqual([`Case ${theCase.number} associated.`]);
    await change(w.ian, incident, solved);
    expect(await notesOf(theCase)).toHaveLength(2);
  });

  it('REL-11 · one incident serves any number of cases', async () => {
    const incident = await anIncident(w);
    const cases = [await aCase(w), await aCase(w), await aCase(w)];
    for (const theCase of cases) await join(w.ava, theCase, incident);
    expect(await db().case.count({ where: { incidentId: incident.id } })).toBe(3);
  });

  it.each([
    ['resolved', solved],
    ['canceled', { state: 'canceled' }],
  ])('REL-10 · an incident that is %s cannot be associated', async (_state, values) => {
    const incident = await anIncident(w);
    await change(w.ian, incident, values);
    const theCase = await aCase(w);
    await expect(join(w.ava, theCase, incident)).rejects.toMatchObject({ rule: 'REL-10', field: 'number' });
    expect((await fresh(theCase)).incidentId).toBeNull();
  });

  it('REL-4 · a case that has an incident keeps it', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await expect(join(w.ava, theCase, await anIncident(w))).rejects.toMatchObject({ rule: 'REL-4' });
    expect((await fresh(theCase)).incidentId).toBe(incident.id);
  });

  it('REL-9, MAIL-10 · an external caller receives neither: one suppressed row per event', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await anotherCaseOf(w, incident);
    const mails = await db().mail.findMany({ where: { taskId: incident.id }, orderBy: { createdAt: 'asc' } });
    expect(mails).toMatchObject([
      { event: 'created', status: 'suppressed', reason: 'caller is an external user', recipientId: w.cora.id },
      { event: 'associated', status: 'suppressed', reason: 'caller is an external user', recipientId: w.cora.id },
    ]);
    expect(await db().mail.count({ where: { taskId: theCase.id } })).toBe(0);
  });

  it('REL-9 · an internal caller is notified of a created incident, and not of an association', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    await anotherCaseOf(w, incident);
    const mails = await db().mail.findMany({ where: { taskId: incident.id } });
    expect(mails).toMatchObject([{ event: 'created', status: 'queued', recipientId: w.nils.id }]);
  });
});

describe('Remove Incident', () => {
  it('REL-12 · clears the field, notes it in both journals, and leaves the incident unchanged', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await part(w.rita, theCase, incident);
    expect(await fresh(theCase)).toMatchObject({ incidentId: null });
    expect(await fresh(incident)).toMatchObject({ state: 'new' });
    expect((await notesOf(theCase)).at(-1)).toBe(`Incident ${incident.number} removed.`);
    expect((await notesOf(incident)).at(-1)).toBe(`Case ${theCase.number} removed.`);
  });

  it('REL-12 · synchronisation stops at once', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await part(w.ava, theCase, incident);
    const { updatedCount } = await change(w.ian, incident, { state: 'in_progress' }, { comment: 'We are on it.' });
    expect(updatedCount).toBe(0);
    expect((await notesOf(theCase)).at(-1)).toBe(`Incident ${incident.number} removed.`);
  });

  it('REL-12 · a record that the case does not have cannot be removed', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await expect(part(w.ava, theCase, await anIncident(w))).rejects.toMatchObject({ rule: 'REL-12' });
    expect((await fresh(theCase)).incidentId).toBe(incident.id);
  });

  it('REL-15 · creating, associating and removing send nothing to the customer', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await part(w.ava, theCase, incident);
    await join(w.ava, theCase, incident);
    expect(await commentsOf(theCase)).toEqual([]);
    expect(await db().mail.count({ where: { taskId: theCase.id } })).toBe(0);
  });

  it('REC-2 · history holds every link with the number of the incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await part(w.ava, theCase, incident);
    const changes = await db().fieldChange.findMany({
      where: { taskId: theCase.id, field: 'incidentId' },
      orderBy: { version: 'asc' },
    });
    expect(changes).toMatchObject([
      { oldDisplay: '', newDisplay: incident.number },
      { oldDisplay: incident.number, newDisplay: '' },
    ]);
  });
});

/** Creates a record for each link, and ends it. */
const ended: Readonly<
  Record<AssociableLinkName, [make: () => Promise<TaskRecord>, end: (record: TaskRecord) => Promise<unknown>]>
> = {
  incident: [() => anIncident(w), (incident) => change(w.ian, incident, { state: 'canceled' })],
  problem: [
    () => aProblem(w),
    (problem) =>
      change(w.ian, problem, { state: 'closed', resolutionCode: 'canceled', cancelledReason: 'It is none.' }),
  ],
  change: [() => aChange(w), (each) => change(w.ian, each, { state: 'canceled', cancelReason: 'Too late.' })],
  causedByChange: [() => aChange(w), (each) => change(w.ian, each, { state: 'canceled', cancelReason: 'Too late.' })],
  request: [
    async () => createRequest(w.ian, { items: [{ catalogItemId: await anOffer('Router'), quantity: 1 }] }),
    async (request) => change(w.ian, await itemOf(request, 'Router'), { state: 'closed_complete' }),
  ],
};

describe('a closed record', () => {
  it.each(associableLinkNames)('REL-12 · can still be removed from a case, and stays unchanged: %s', async (link) => {
    const [make, end] = ended[link];
    const { number, id, ...record } = await make();
    const theCase = await aCaseOf(w, link, { number });
    await end({ number, id, ...record });
    const before = await fresh({ number, id, ...record });
    expect(before.active).toBe(false);
    await remove(w.mia, { caseNumber: theCase.number, link, number });
    const after = await fresh(before);
    expect(after).toMatchObject({ state: before.state, closedAt: before.closedAt, active: false });
    const tie = links[link].many
      ? fieldValue(after, links[link].field)
      : fieldValue(await fresh(theCase), links[link].field);
    expect(tie).toBeNull();
    expect((await notesOf(theCase)).at(-1)).toBe(`${links[link].noun} ${number} removed.`);
    expect((await notesOf(after)).at(-1)).toBe(`Case ${theCase.number} removed.`);
  });
});

describe('obstacles', () => {
  let theCase: Case;
  let incident: Incident;
  beforeEach(async () => {
    ({ theCase, incident } = await aCaseWithIncident(w));
  });

  it('REL-2 · a child of a major case is offered nothing', async () => {
    const major = await aCase(w);
    const child = await aCase(w);
    await makeMajor(major, child, theCase);
    await expect(create(w.adam, child)).rejects.toMatchObject({ rule: 'REL-2' });
    await expect(join(w.adam, child, incident)).rejects.toMatchObject({ rule: 'REL-2' });
    await expect(part(w.adam, theCase, incident)).rejects.toMatchObject({ rule: 'REL-2' });
  });

  it('REL-3 · with the integration off every action answers "not active", and nothing is caught up later', async () => {
    const free = await aCase(w);
    await setIntegrationActive('com.sn_cs_sm', false);
    const attempts = [
      () => create(w.adam, free),
      () => join(w.adam, free, incident),
      () => part(w.adam, theCase, incident),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ rule: 'REL-3', because: expect.stringContaining('not active') });
    await change(w.ian, incident, { state: 'in_progress' });
    await setIntegrationActive('com.sn_cs_sm', true);
    expect(await notesOf(theCase)).toHaveLength(1);
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    expect((await notesOf(theCase)).at(-1)).toBe(
      `${incident.number} state changed from In Progress to On Hold.\n${incident.number} on hold reason: Awaiting Vendor.`,
    );
  });

  it('REL-1 · a resolved case is offered nothing', async () => {
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await expect(part(w.ava, theCase, incident)).rejects.toMatchObject({ rule: 'REL-1' });
  });

  it('REL-14, REL-16 · from the incident’s side the same checks: itil alone adds and removes no case', async () => {
    const free = await aCase(w);
    await expect(join(w.ian, free, incident)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(part(w.ian, theCase, incident)).rejects.toMatchObject({ rule: 'REL-16' });
    await join(w.mia, free, incident);
    await part(w.mia, theCase, incident);
    expect(await db().case.findMany({ where: { incidentId: incident.id } })).toMatchObject([{ id: free.id }]);
  });

  it('REL-16 · a hidden incident answers like a missing one', async () => {
    const free = await aCase(w);
    const hidden = await join(w.pat, free, incident).catch((no) => no);
    const missing = await join(w.pat, free, { number: 'INC0999999' }).catch((no) => no);
    expect(hidden).toMatchObject({ rule: 'REL-16' });
    expect(missing.because).toBe(hidden.because.replace(incident.number, 'INC0999999'));
  });

  it('REL-16 · a hidden case answers like a missing one', async () => {
    const consumerAgent = await holderOf('Cleo Reader', ['sn_customerservice.consumer_agent', 'sn_incident_read']);
    const hidden = await join(consumerAgent, theCase, incident).catch((no) => no);
    const missing = await join(consumerAgent, { number: 'CS0999999' }, incident).catch((no) => no);
    expect(hidden).toMatchObject({ rule: 'REL-16' });
    expect(missing.because).toBe(hidden.because.replace(theCase.number, 'CS0999999'));
  });
});
