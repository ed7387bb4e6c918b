import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { countOpenWork } from '#lib/home/open-work.ts';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import {
  aCase,
  aCaseWithIncident,
  anotherCaseOf,
  fresh,
  holderOf,
  setIntegrationActive,
  world,
} from '#lib/testing/world.ts';
import { addChildren } from './commands/add-children.ts';
import { approveCandidate } from './commands/approve-candidate.ts';
import { openMajorCase } from './commands/open-major-case.ts';
import { proposeMajorCase } from './commands/propose-major-case.ts';
import { rejectCandidate } from './commands/reject-candidate.ts';
import { removeChild } from './commands/remove-child.ts';
import { joinableCases } from './queries/joinable-cases.ts';
import { majorCases } from './queries/major-cases.ts';
import { ChildQuery } from './schema.ts';

const w = await world();

const why = { workNote: 'All call.', businessImpact: 'No orders.' };
const openMajor = () =>
  openMajorCase(w.mia, { as: 'major case', values: { shortDescription: 'Down', businessImpact: 'All.' } });

const labelsFor = async (actor: Parameters<typeof recordView>[0], number: string) =>
  (await recordView(actor, 'case', number))?.majorActions.map(({ label }) => label);

describe('the lists', () => {
  it('MAJ-1, MAJ-4 · candidates show who proposed them, major cases their children, with equal counts', async () => {
    const theCase = await aCase(w);
    await proposeMajorCase(w.ava, { number: theCase.number, ...why });
    const candidates = await majorCases(w.mia, 'candidates', null);
    expect(candidates.rows).toMatchObject([
      { number: theCase.number, customer: 'Boxeo', proposedBy: 'Ava Agent', businessImpact: 'No orders.' },
    ]);
    expect((await countOpenWork(w.mia)).majorCases).toEqual({ active: 0, candidates: 1 });
    const { number } = await approveCandidate(w.mia, { number: theCase.number });
    const ofJane = await aCase(w, { consumerId: w.jane.id });
    await addChildren(w.mia, { number, caseNumbers: [ofJane.number] });
    expect((await majorCases(w.mia, '', null)).rows).toMatchObject([{ number, children: 2, open: 2 }]);
    expect((await countOpenWork(w.mia)).majorCases).toEqual({ active: 1, candidates: 0 });
    // ACC-6: Pat does not see the cases of consumers.
    expect((await majorCases(w.pat, '', null)).rows).toMatchObject([{ number, children: 1 }]);
    expect((await majorCases(w.mia, 'candidates', null)).rows).toEqual([]);
    expect((await majorCases(w.nils, '', null)).rows).toEqual([]);
  });

  it('MAJ-6, ACC-6 · a user who can see but not work a candidate is not offered the decision', async () => {
    const ofJane = await aCase(w, { consumerId: w.jane.id });
    const ofBoxeo = await aCase(w);
    for (const { number } of [ofJane, ofBoxeo]) await proposeMajorCase(w.mia, { number, ...why });
    const reader = await holderOf('Lea Leader', [
      'sn_majorissue_mgt.major_issue_manager',
      'sn_customerservice_agent',
      'sn_customerservice.case_viewer',
    ]);
    const mayWorkByNumber = async (actor: typeof w.mia) =>
      new Map((await majorCases(actor, 'candidates', null)).rows.map((row) => [row.number, row.mayWork]));
    expect(await mayWorkByNumber(reader)).toEqual(
      new Map([
        [ofBoxeo.number, true],
        [ofJane.number, false],
      ]),
    );
    await expect(approveCandidate(reader, { number: ofJane.number })).rejects.toThrow();
    expect(await mayWorkByNumber(w.mia)).toEqual(
      new Map([
        [ofBoxeo.number, true],
        [ofJane.number, true],
      ]),
    );
    for (const { number } of [ofJane, ofBoxeo]) await rejectCandidate(w.mia, { number, reason: 'One only.' });
  });

  it('REL-3 · with major cases switched off, the navigation has none', async () => {
    await setIntegrationActive('com.sn_majorissue_mgt', false);
    expect((await countOpenWork(w.mia)).majorCases).toBe(null);
    await setIntegrationActive('com.sn_majorissue_mgt', true);
  });
});

describe('the child case picker', () => {
  it('MAJ-4 · finds open cases by search words and filters, except children of this major case', async () => {
    const { theCase, incident } = await aCaseWithIncident(w, { shortDescription: 'Zebra of Boxeo' });
    const other = await anotherCaseOf(w, incident, { shortDescription: 'Zebra elsewhere', priority: 1 });
    await proposeMajorCase(w.ava, { number: theCase.number, ...why });
    const { number } = await approveCandidate(w.mia, { number: theCase.number });
    const free = await aCase(w, { shortDescription: 'Zebra without incident' });
    const numbers = async (query: object, actor = w.mia) =>
      (await joinableCases(actor, ChildQuery.parse({ number, q: 'zebra', ...query }))).map((each) => each.number);
    expect(await numbers({})).toEqual([free.number, other.number]);
    expect(await numbers({ like: 'record' })).toEqual([other.number]);
    expect(await numbers({ priority: '1' })).toEqual([other.number]);
    expect(await numbers({ state: 'awaiting_info' })).toEqual([]);
    expect(await numbers({}, w.ava)).toEqual([]);
    const elsewhere = await openMajor();
    await addChildren(w.mia, { number: elsewhere.number, caseNumbers: [free.number] });
    const [row] = await joinableCases(w.mia, ChildQuery.parse({ number, q: 'without' }));
    expect(row?.note).toBe(`Belongs to ${elsewhere.number}`);
  });
});

describe('the menu of a case', () => {
  it('MAJ-1, MAJ-6, MAJ-8 · offers each action exactly to the users from whom its command accepts it', async () => {
    const theCase = await aCase(w);
    const { number } = theCase;
    const leader = await holderOf('Lou Leader', ['sn_majorissue_mgt.major_issue_manager']);
    expect(await labelsFor(w.ava, number)).toEqual(['Propose Major Case']);
    expect(await labelsFor(w.vic, number)).toEqual([]);
    await proposeMajorCase(w.ava, { number, ...why });
    expect(await labelsFor(w.ava, number)).toEqual([]);
    const judges = ['Approve Major Case Candidate', 'Reject Major Case Candidate'];
    expect(await labelsFor(leader, number)).toEqual(judges);
    expect((await recordView(w.ava, 'case', number))?.type).toBe('Candidate');
    const major = await approveCandidate(leader, { number });
    expect(await labelsFor(leader, major.number)).toEqual(['Create Child Cases', 'Add Child Cases']);
    expect(await labelsFor(w.ava, major.number)).toEqual([]);
    expect((await recordView(w.ava, 'case', major.number))?.type).toBe('Major case');
    const child = await recordView(w.mia, 'case', number);
    expect([child?.actions, child?.majorActions, child?.type]).toEqual([[], [], null]);
    expect((await fresh(theCase)).parentId).toBe(major.id);
  });

  it('REL-3 · with major cases switched off, it offers no major case actions', async () => {
    const { number } = await aCase(w);
    await setIntegrationActive('com.sn_majorissue_mgt', false);
    expect(await labelsFor(w.mia, number)).toEqual([]);
    await setIntegrationActive('com.sn_majorissue_mgt', true);
  });
});

describe('the notes of a major case', () => {
  const associatedFlags = async ({ id }: { id: string }) => {
    const page = await readTimeline(w.mia, { kind: 'case', taskId: id, filter: 'work_note', before: null });
    return page.entries.flatMap((entry) => ('origin' in entry && entry.origin ? [entry.origin.associated] : []));
  };

  it('SYNC-4, MAJ-2 · entries from its source case are marked as associated until that case is removed', async () => {
    const theCase = await aCase(w);
    await proposeMajorCase(w.ava, { number: theCase.number, ...why });
    const major = await approveCandidate(w.mia, { number: theCase.number });
    expect(await associatedFlags(major)).toEqual([true]);
    await removeChild(w.mia, { number: major.number, caseNumber: theCase.number });
    expect(await associatedFlags(major)).toEqual([false]);
  });

  it('SYNC-4, MAJ-10 · the note that releases a child stays marked as associated', async () => {
    const theCase = await aCase(w);
    const major = await openMajor();
    await addChildren(w.mia, { number: major.number, caseNumbers: [theCase.number] });
    await moveCase(w.mia, { number: major.number, verb: 'cancel' });
    expect(await associatedFlags(theCase)).toEqual([true]);
  });
});
