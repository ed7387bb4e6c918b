import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { wouldUpdateMessage } from '#lib/record-page/would-update.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { aCase, fresh, setRuleActive, world } from '#lib/testing/world.ts';
import { addChildren } from './commands/add-children.ts';
import { openMajorCase } from './commands/open-major-case.ts';

const w = await world();
let major: Case;
let children: Case[];

beforeAll(async () => {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const opened = await openMajorCase(w.mia, { as: 'major case', values });
  const { number } = opened;
  children = [await aCase(w), await aCase(w), await aCase(w)];
  await addChildren(w.mia, { number, caseNumbers: children.map((child) => child.number) });
  const over = { number: children[2]?.number ?? '', verb: 'close', values: { resolutionNotes: 'Done.' } } as const;
  await moveCase(w.mia, over);
  major = await fresh(opened);
});
afterAll(() => syncChildren(false));

const undoMessages = async (verb: 'accept' | 'propose-solution' | 'cancel' | 'close' | 'assign-to-me') =>
  (await wouldUpdateMessage(w.mia, { what: 'move', number: major.number, verb })).message;

const shown = async () => {
  const { propagation, verbs = [] } = (await recordView(w.mia, 'case', major.number)) ?? {};
  return { propagation, leads: verbs.filter((verb) => verb.leads).map(({ name }) => name) };
};

it('SYNC-MAJ-1, MAJ-10 · off, who ends it reads how many child cases stay open, or are released', async () => {
  await syncChildren(false);
  expect(await shown()).toEqual({
    propagation: { affectedCases: 0, onComment: '', onNote: '' },
    leads: ['propose-solution', 'close', 'cancel'],
  });
  for (const verb of ['propose-solution', 'close'] as const)
    expect(await undoMessages(verb)).toBe('Its 2 child cases stay open.');
  expect(await undoMessages('cancel')).toBe('Its 2 child cases are released and become independent cases.');
});

it('SYNC-MAJ-1, SYNC-MAJ-2 · on, each button and each composer shows how many it updates', async () => {
  await syncChildren(true);
  const { propagation, leads } = await shown();
  expect(propagation).toEqual({
    affectedCases: 2,
    onComment: 'This updates 2 child cases. Their customers see it.',
    onNote: 'This updates 2 child cases.',
  });
  expect(leads).toEqual(['assign-to-me', 'propose-solution', 'close', 'cancel']);
  expect(await undoMessages('assign-to-me')).toBe('This updates 2 child cases. 2 become Open. No customer is emailed.');
  expect(await undoMessages('close')).toBe(
    'This updates 2 child cases. 2 become Closed. This sends 2 emails to Cora Customer.',
  );
  expect(await undoMessages('propose-solution')).toBe(
    'This updates 2 child cases. 2 become Resolved. This sends 2 emails to Cora Customer.',
  );
});

it('SYNC-MAJ-1, ADM-2 · unlisted or switched-off updates are not announced', async () => {
  await syncChildren(true, 'priority');
  expect((await shown()).propagation).toMatchObject({ affectedCases: 2, onComment: '', onNote: '' });
  await syncChildren(true);
  await setRuleActive('SYNC-MAJ-1', false);
  expect((await shown()).propagation).toMatchObject({ onComment: '', onNote: '' });
  expect(await undoMessages('propose-solution')).toBe('Its 2 child cases stay open.');
  await setRuleActive('SYNC-MAJ-1', true);
});

it('SYNC-MAJ-1, SYNC-3 · the announced updates are the actual ones', async () => {
  await syncChildren(true);
  const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };
  const { updatedCount } = await moveCase(w.mia, { number: major.number, verb: 'propose-solution', values });
  expect(updatedCount).toBe(2);
  for (const child of children.slice(0, 2)) expect((await fresh(child)).state).toBe('resolved');
});
