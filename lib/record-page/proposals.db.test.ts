import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { changeFields } from '#lib/kinds/change/fields.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anOffer, itemOf } from '#lib/testing/itsm.ts';
import { aCaseWithIncident, change, fresh, setIntegrationActive, world } from '#lib/testing/world.ts';
import { recordView } from './queries/record-view.ts';

const w = await world();

const proposalsTo = async (actor: Actor, number: string) => (await recordView(actor, 'case', number))?.proposals;

const solved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

describe('proposals of a related record', () => {
  it('CASE-7 · an incident that is over proposes code and notes, while the case is open', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    expect(await proposalsTo(w.ava, theCase.number)).toEqual([]);
    await change(w.ian, incident, solved);
    const values = { resolutionCode: 'fixed_by_incident', resolutionNotes: 'Restarted.' };
    const codeLabel = 'Solved – Fixed by closing related Incident';
    const because = `${incident.number} is Resolved.`;
    expect(await proposalsTo(w.ava, theCase.number)).toEqual([{ because, codeLabel, values }]);

    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    expect(await proposalsTo(w.ava, theCase.number)).toEqual([]);
  });

  it('CASE-7 · the longest close notes of a change are taken as they are, by one click', async () => {
    const record = await aChange(w);
    const theCase = await aCaseOf(w, 'change', record);
    const closeNotes = 'It runs. '.repeat(888).padEnd(changeFields.closeNotes.max, '!');
    await db().change.update({ where: { id: record.id }, data: { closeCode: 'successful', closeNotes } });
    await db().task.update({ where: { id: record.id }, data: { state: 'closed', active: false } });
    const [proposal] = (await proposalsTo(w.mia, theCase.number)) ?? [];
    expect(proposal?.values.resolutionNotes).toBe(closeNotes);
    await moveCase(w.mia, { number: theCase.number, verb: 'propose-solution', values: proposal?.values ?? {} });
    expect(await fresh(theCase)).toMatchObject({ state: 'resolved', resolutionNotes: closeNotes });
  });

  it('REL-16 · shows nothing of hidden records, or to users who may not propose', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, solved);
    expect(await proposalsTo(w.pat, theCase.number)).toEqual([]);
    expect(await proposalsTo(w.vic, theCase.number)).toEqual([]);
  });

  it.each([
    ['com.sn_cs_sm', 'request_complete'],
    ['com.sn_cs_sm_request', 'fixed_by_incident'],
  ])('REL-3, CASE-7 · with %s off only the record of the other proposes', async (integration, left) => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const items = [{ catalogItemId: await anOffer(`Router for ${theCase.number}`), quantity: 1 }];
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    await change(w.ian, await itemOf(request, `Router for ${theCase.number}`), { state: 'closed_complete' });
    await change(w.ian, incident, solved);
    const codes = async () => (await proposalsTo(w.mia, theCase.number))?.map(({ values }) => values.resolutionCode);
    expect(await codes()).toEqual(['fixed_by_incident', 'request_complete']);
    await setIntegrationActive(integration, false);
    expect(await codes()).toEqual([left]);
    await setIntegrationActive(integration, true);
  });
});
