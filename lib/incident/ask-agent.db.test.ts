import { describe, expect, it } from 'vitest';
import { changesSince } from '#lib/home/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aCaseWithIncident, change, fresh, notesOf, setIntegrationActive, world } from '#lib/testing/world.ts';
import { askAgent } from './commands/ask-agent.ts';

const w = await world();

/** An incident, created from Cora's case, that waits for Cora. */
async function waiting() {
  const { theCase, incident } = await aCaseWithIncident(w);
  await change(w.mia, theCase, { assignedToId: w.pat.id });
  const question = { comment: 'Which floor?' };
  await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_caller' }, question);
  return { theCase, incident: await fresh(incident) };
}

const ask = (number: string, question = 'Which floor?') => askAgent(w.ian, { number, question });

describe('an incident that waits for an external caller', () => {
  it('REL-9, INC-6 · announces no email, and queues none', async () => {
    const { incident } = await waiting();
    const view = await recordView(w.ian, 'incident', incident.number);
    expect(view).toMatchObject({
      externalCaller: true,
      audience: 'Cora Customer is external: no email is sent. Customers never see it here.',
    });
    const mails = await db().mail.findMany({ where: { taskId: incident.id, recipientId: w.cora.id } });
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.map(({ status }) => status)).not.toContain('queued');
  });

  it('INC-1 · shows the question to the case agent, who is mentioned in a work note and sees it at home', async () => {
    const { theCase, incident } = await waiting();
    const since = now();
    const { value } = await ask(incident.number, 'Which floor is dark?');
    expect(value).toMatchObject({ number: theCase.number, agent: 'Pat Plain' });
    const asked = `@Pat Plain: Ian Itil asks the customer for ${incident.number}: Which floor is dark?`;
    expect((await notesOf(theCase)).at(-1)).toBe(asked);
    expect((await notesOf(incident)).at(-1)).toBe(
      `Ian Itil asked the agent of case ${theCase.number}: Which floor is dark?`,
    );
    expect(await changesSince(w.pat, since)).toMatchObject([{ number: theCase.number, notes: 1, comments: 0 }]);
  });

  it('INC-1 · shows the question in the caller’s own case, without a mention if it is unassigned', async () => {
    const { theCase, incident } = await waiting();
    await change(w.mia, theCase, { assignedToId: null });
    const { theCase: other } = await aCaseWithIncident(w, { contactId: w.fiona.id });
    await db().case.update({ where: { id: other.id }, data: { incidentId: incident.id } });
    expect((await ask(incident.number)).value).toMatchObject({ number: theCase.number, agent: null });
    expect((await notesOf(theCase)).at(-1)).toMatch(/^Ian Itil asks the customer/);
  });
});

describe('asking the agent is refused', () => {
  it('INC-1 · if the incident is not waiting for its caller, or has no open case', async () => {
    const { incident } = await aCaseWithIncident(w);
    await expect(ask(incident.number)).rejects.toMatchObject({ rule: 'INC-1' });
    const { theCase, incident: alone } = await waiting();
    await db().case.update({ where: { id: theCase.id }, data: { incidentId: null } });
    await expect(ask(alone.number)).rejects.toMatchObject({ rule: 'INC-1' });
  });

  it('REL-9 · if the caller is internal and receives email', async () => {
    const { incident } = await waiting();
    await db().incident.update({ where: { id: incident.id }, data: { callerId: w.nils.id } });
    await expect(ask(incident.number)).rejects.toMatchObject({ rule: 'REL-9' });
    expect(await recordView(w.ian, 'incident', incident.number)).toMatchObject({
      externalCaller: false,
      audience: 'Nils Nobody will be emailed. Customers never see it here.',
    });
  });

  it('REC-5 · without a question', async () => {
    const { theCase, incident } = await waiting();
    const before = await notesOf(theCase);
    await expect(ask(incident.number, ' ')).rejects.toMatchObject({ rule: 'REC-5', field: 'question' });
    expect(await notesOf(theCase)).toEqual(before);
  });

  it('REL-3 · where the integration is off', async () => {
    const { incident } = await waiting();
    await setIntegrationActive('com.sn_cs_sm', false);
    await expect(ask(incident.number)).rejects.toMatchObject({ rule: 'REL-3' });
    await setIntegrationActive('com.sn_cs_sm', true);
  });
});
