import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { aChange } from '#lib/testing/itsm.ts';
import { aCase, anIncident, change, commentsOf, fresh, world } from '#lib/testing/world.ts';

const w = await world();

const sysId = (id: string) => id.replaceAll('-', '');

describe('a command accepts external values', () => {
  it('REC-5 · a new case', async () => {
    const values = {
      shortDescription: 'The line is down',
      channel: 'Self-service',
      priority: '2 - High',
      impact: 'medium',
      contactId: sysId(w.cora.id),
      assetId: sysId(w.asset).toUpperCase(),
    };
    expect(await createTask(w.ava, { kind: 'case', values })).toMatchObject({
      channel: 'web',
      priority: 2,
      impact: 2,
      contactId: w.cora.id,
      accountId: w.boxeo,
      assetId: w.asset,
      productId: w.product,
    });
  });

  it('INC-3 · an incident that is resolved with a code that is also accepted', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: '3', holdReason: '4' });
    expect(await fresh(incident)).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_vendor' });
    await change(w.ian, incident, { state: '6', resolutionCode: 'solved (permanently)', resolutionNotes: 'Done' });
    expect(await fresh(incident)).toMatchObject({ state: 'resolved', resolutionCode: 'solution_provided' });
  });

  it('a change with times in UTC, put on hold', async () => {
    const record = await aChange(w, {
      plannedStart: '2026-12-05 20:00:00',
      plannedEnd: '2026-12-05 22:00:00',
      risk: '2',
    });
    await change(w.ian, record, { onHold: 'true', onHoldReason: 'No parts' });
    expect(await fresh(record)).toMatchObject({
      plannedStart: new Date('2026-12-05T20:00:00Z'),
      plannedEnd: new Date('2026-12-05T22:00:00Z'),
      risk: 'high',
      onHold: true,
    });
  });

  it.each([
    ['channel', 'carrier pigeon'],
    ['priority', 'urgent'],
    ['contactId', 'Cora Customer'],
  ])('REC-5 · %s as %s is refused at its field', async (field, value) => {
    const values = { shortDescription: 'The line is down', contactId: w.cora.id, [field]: value };
    await expect(createTask(w.ava, { kind: 'case', values })).rejects.toMatchObject({ rule: 'REC-5', field });
  });
});

describe('a solution from an external system', () => {
  const solved = { resolutionCode: 'Solved - Fixed by support', resolutionNotes: 'The cable was replaced.' };

  it.each([
    ['false', []],
    ['true', ['The cable was replaced.']],
  ])('CASE-2, CASE-6 · with %s for the notes, the customer reads %j', async (addResolutionNotesToComments, read) => {
    const theCase = await aCase(w);
    const values = { ...solved, addResolutionNotesToComments };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    expect(await fresh(theCase)).toMatchObject({ state: 'resolved', resolutionCode: 'fixed_by_support' });
    expect(await commentsOf(theCase)).toEqual(read);
  });
});
