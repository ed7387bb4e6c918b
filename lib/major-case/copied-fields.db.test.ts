import { expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { aChange, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, fresh, world } from '#lib/testing/world.ts';
import { approveCandidate } from './commands/approve-candidate.ts';
import { proposeMajorCase } from './commands/propose-major-case.ts';

it('MAJ-2 · the major case of a candidate has each field of the issue as the candidate has it, every related record in its own field', async () => {
  const w = await world();
  const issue = { shortDescription: 'Tills fail', description: 'Code 402', impact: 1, urgency: 2, priority: 2 };
  const candidate = await aCase(w, { ...issue, configurationItemId: w.sdwan });
  const [incident, problem] = [await anIncident(w), await aProblem(w)];
  const [change, cause] = [await aChange(w), await aChange(w)];
  const related = {
    incidentId: incident.id,
    problemId: problem.id,
    changeId: change.id,
    causedByChangeId: cause.id,
  };
  await db().case.update({ where: { id: candidate.id }, data: related });
  const { number } = candidate;
  await proposeMajorCase(w.ava, { number, workNote: 'Every till.', businessImpact: 'No sales.' });
  const major = await approveCandidate(w.mia, { number });
  const wanted = { ...issue, ...related, configurationItemId: w.sdwan, businessImpact: 'No sales.' };
  expect(await fresh(candidate)).toMatchObject({ ...wanted, parentId: major.id });
  expect(await fresh(major)).toMatchObject({ ...wanted, accountId: null, contactId: null, consumerId: null });
});
