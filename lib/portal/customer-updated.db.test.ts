import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { aCase, change, fresh, makeMajor, setProperty, type World, world } from '#lib/testing/world.ts';
import { portalCase } from './queries/portal-case.ts';
import { portalCases } from './queries/portal-cases.ts';
import { portalRelated } from './queries/portal-related.ts';

const OPENED = new Date('2026-11-02T08:00:00.000Z');
const LATER = new Date('2026-11-03T09:30:00.000Z');

const w = await world();
let theCase: Case;
beforeEach(async () => {
  theCase = await at(OPENED, () => aCase(w));
});

const say = (by: World['ava'], { kind, number }: TaskRecord, type: 'comment' | 'work_note') =>
  at(LATER, () => addEntry(by, { kind, number, type, text: 'We replace the router.' }));

/** The update time of a case: in the customer's list, on the customer's page, and for staff. */
async function times() {
  const { cases } = await portalCases(w.cora);
  const list = cases.find(({ number }) => number === theCase.number)?.updatedAt;
  const page = (await portalCase(w.cora, theCase.number))?.updatedAt;
  return { list, page, staff: (await fresh(theCase)).updatedAt.toISOString() };
}

const all = (customers: Date, staff: Date) => ({
  list: customers.toISOString(),
  page: customers.toISOString(),
  staff: staff.toISOString(),
});

describe('when a case was updated', () => {
  it('NTF-1 · a work note moves it for staff and not for customers', async () => {
    await say(w.ava, theCase, 'work_note');
    expect(await times()).toEqual(all(OPENED, LATER));
  });

  it('NTF-1 · a comment moves it for both', async () => {
    await say(w.ava, theCase, 'comment');
    expect(await times()).toEqual(all(LATER, LATER));
  });

  it('NTF-1 · a new assignee is no update for customers, a new urgency is', async () => {
    await at(LATER, () => change(w.ava, theCase, { assignedToId: w.ava.id, cause: 'Rust' }));
    expect(await times()).toEqual(all(OPENED, LATER));
    await at(LATER, async () => change(w.ava, await fresh(theCase), { impact: 1, urgency: 1, priority: 1 }));
    expect(await times()).toEqual(all(LATER, LATER));
  });

  it('NTF-1 · a solution that is proposed is news', async () => {
    const values = { resolutionCode: 'duplicate', resolutionNotes: 'The same as before.' };
    const move = { number: theCase.number, verb: 'propose-solution', values } as const;
    await at(LATER, () => moveCase(w.ava, move));
    expect(await times()).toEqual(all(LATER, LATER));
  });

  it('NTF-1, SYNC-000 · a comment that a rule copies is news to customers, though it is no update of the case', async () => {
    const major = await at(OPENED, () => aCase(w));
    await makeMajor(major, theCase);
    await setProperty('sn_customerservice.parent_child_case_sync', 'true');
    await say(w.mia, await fresh(major), 'comment');
    expect(await times()).toEqual(all(LATER, OPENED));
  });

  it('NTF-1 · the list of a customer starts with the latest updates', async () => {
    const other = await at(new Date(OPENED.getTime() + 1_000), () => aCase(w));
    await say(w.ava, theCase, 'work_note');
    const places = async () => {
      const { cases } = await portalCases(w.cora);
      return [theCase, other].map(({ number }) => cases.findIndex((row) => row.number === number));
    };
    const [first = 0, second = 0] = await places();
    expect(first).toBeGreaterThan(second);
    await say(w.ava, theCase, 'comment');
    expect((await places())[0]).toBeLessThan((await places())[1] ?? 0);
  });

  it('NTF-1, ADM-8 · of a problem behind the case a work note is no news', async () => {
    const problem = await at(OPENED, () => aProblem(w, { shortDescription: 'Routers rust' }));
    await at(OPENED, () => associate(system, { caseNumber: theCase.number, link: 'problem', number: problem.number }));
    await say(w.ian, problem, 'work_note');
    const [record] = await portalRelated(w.cora, theCase.number);
    expect(record?.fields.find(({ name }) => name === 'sys_updated_on')?.value).toBe(OPENED.toISOString());
  });
});
