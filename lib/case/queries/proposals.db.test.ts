import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { aCaseWithIncident, change, type World, world } from '#lib/platform/testing/world.ts';
import { recordView } from '#lib/task/queries/record-view.ts';
import { moveCase } from '../commands/move-case.ts';
import { solutionProposals } from './proposals.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

async function proposalsTo(actor: Actor, number: string) {
  const view = await recordView(actor, 'case', number);
  return view ? solutionProposals(actor, view) : null;
}

const solved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

describe('what a related record proposes', () => {
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

  it('REL-16 · says nothing of a record that one may not read, or to who may not propose', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, solved);
    expect(await proposalsTo(w.pat, theCase.number)).toEqual([]);
    expect(await proposalsTo(w.vic, theCase.number)).toEqual([]);
  });
});
