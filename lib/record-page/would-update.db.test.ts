import { beforeAll, describe, expect, it } from 'vitest';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { verbViews } from '#lib/case/verb-views.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { cancelRequest } from '#lib/request/commands/cancel-request.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import {
  aCaseOf,
  aChange,
  anOffer,
  aProblem,
  approvalBoard,
  aWorkingMember,
  type Board,
  itemOf,
} from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  fresh,
  makeMajor,
  setProperty,
  setRuleActive,
  world,
} from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { wouldUpdate, wouldUpdateMessage } from './would-update.ts';

const countWouldUpdate = async (...asked: Parameters<typeof wouldUpdate>) => (await wouldUpdate(...asked)).count;

const w = await world();
let board: Board;
/** Approves requests and works on approved items. */
let lena: Person;
beforeAll(async () => {
  board = await approvalBoard();
  lena = await aWorkingMember(board);
});

/** An action: how many cases the preview announces, and the command that updates them. */
type Turn = { announced: () => Promise<number>; happen: () => Promise<{ updatedCount: number }> };

function saving({ kind, number, version }: TaskRecord, values: Values, comment?: string): Turn {
  const update = { kind, number, version, values, ...(comment ? { comment } : {}) };
  return {
    announced: () => countWouldUpdate(w.ian, { what: 'save', ...update }),
    happen: () => updateTask(w.ian, update),
  };
}

async function answering({ id: taskId }: TaskRecord, answer: 'approved' | 'rejected'): Promise<Turn> {
  const asked = { taskId, approverId: lena.id };
  const { id: approvalId } = await db().approval.findFirstOrThrow({ where: asked, orderBy: { round: 'desc' } });
  return {
    announced: () => countWouldUpdate(lena, { what: 'answer', approvalId, answer }),
    happen: () => answerApproval(lena, { approvalId, answer, reason: 'Too early.' }),
  };
}

/** A request of a new case for the given items; laptops and servers wait for approval. */
async function aRequestFor(...names: ('Laptop' | 'Server' | 'Mouse' | 'Screen')[]) {
  const theCase = await aCase(w);
  const offers = names.map((name) => anOffer(name, name === 'Laptop' || name === 'Server' ? board.id : null));
  const items = (await Promise.all(offers)).map((catalogItemId) => ({ catalogItemId, quantity: 1 }));
  return createRequest(w.mia, { caseNumber: theCase.number, items });
}

async function aChangeInAssess() {
  const record = await aChange(w);
  await aCaseOf(w, 'change', record);
  await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
  return fresh(record);
}

async function anIncidentOfTwo() {
  const { incident } = await aCaseWithIncident(w);
  await anotherCaseOf(w, incident);
  return incident;
}

const turns: Readonly<Record<string, () => Promise<Turn>>> = {
  'a request is cancelled': async () => {
    const { number } = await aRequestFor('Mouse');
    return {
      announced: () => countWouldUpdate(w.ian, { what: 'cancel', number }),
      happen: () => cancelRequest(w.ian, { number }),
    };
  },
  'the only item is rejected': async () => answering(await itemOf(await aRequestFor('Laptop'), 'Laptop'), 'rejected'),
  'the only item is approved': async () => answering(await itemOf(await aRequestFor('Laptop'), 'Laptop'), 'approved'),
  'one of two items is approved': async () =>
    answering(await itemOf(await aRequestFor('Laptop', 'Server'), 'Laptop'), 'approved'),
  'the only item is completed': async () =>
    saving(await itemOf(await aRequestFor('Mouse'), 'Mouse'), { state: 'closed_complete' }),
  'one of two items is completed': async () =>
    saving(await itemOf(await aRequestFor('Mouse', 'Screen'), 'Mouse'), { state: 'closed_complete' }),
  'an incident is begun': async () => saving(await anIncidentOfTwo(), { state: 'in_progress' }),
  'an incident is put on hold with a question': async () =>
    saving(await anIncidentOfTwo(), { state: 'on_hold', holdReason: 'awaiting_caller' }, 'Which port?'),
  'an incident gets another impact': async () => saving(await anIncidentOfTwo(), { impact: 1 }),
  'an incident of nobody is begun': async () => saving(await anIncident(w), { state: 'in_progress' }),
  'a change is rejected': async () => answering(await aChangeInAssess(), 'rejected'),
  'a change is approved': async () => answering(await aChangeInAssess(), 'approved'),
  'a change is put on hold': async () =>
    saving(await aChangeInAssess(), { onHold: true, onHoldReason: 'The part is late.' }),
  'a problem is assessed': async () => {
    const problem = await aProblem(w);
    await aCaseOf(w, 'problem', problem);
    return saving(await fresh(problem), { state: 'assess' });
  },
};

const off: readonly (readonly string[])[] = [
  [],
  ['SYNC-REQ-1'],
  ['SYNC-REQ-2'],
  ['SYNC-REQ-1', 'SYNC-REQ-2'],
  ['SYNC-INC-1'],
  ['SYNC-INC-1', 'SYNC-INC-2', 'SYNC-INC-3'],
  ['SYNC-INC-4'],
  ['SYNC-INC-1', 'SYNC-INC-2', 'SYNC-INC-3', 'SYNC-INC-4'],
  ['SYNC-CHG-1'],
  ['SYNC-CHG-4', 'SYNC-PRB-1'],
];

/** How many cases are updated with all rules on, and with the named rules off if that differs. */
const expectedCounts: Readonly<Record<string, number | Readonly<Record<string, number>>>> = {
  'a request is cancelled': { on: 1, 'SYNC-REQ-1,SYNC-REQ-2': 0 },
  'the only item is rejected': { on: 1, 'SYNC-REQ-1,SYNC-REQ-2': 0 },
  'the only item is approved': { on: 1, 'SYNC-REQ-1': 0, 'SYNC-REQ-1,SYNC-REQ-2': 0 },
  'one of two items is approved': 0,
  'the only item is completed': { on: 1, 'SYNC-REQ-1,SYNC-REQ-2': 0 },
  'one of two items is completed': 0,
  'an incident is begun': {
    on: 2,
    'SYNC-INC-1': 0,
    'SYNC-INC-1,SYNC-INC-2,SYNC-INC-3': 0,
    'SYNC-INC-1,SYNC-INC-2,SYNC-INC-3,SYNC-INC-4': 0,
  },
  'an incident is put on hold with a question': { on: 2, 'SYNC-INC-1,SYNC-INC-2,SYNC-INC-3,SYNC-INC-4': 0 },
  'an incident gets another impact': 0,
  'an incident of nobody is begun': 0,
  'a change is rejected': { on: 1, 'SYNC-CHG-1': 0 },
  'a change is approved': 0,
  'a change is put on hold': { on: 1, 'SYNC-CHG-4,SYNC-PRB-1': 0 },
  'a problem is assessed': { on: 1, 'SYNC-CHG-4,SYNC-PRB-1': 0 },
};

const rows = Object.keys(turns).flatMap((turn) =>
  off.map((rules) => {
    const of = expectedCounts[turn] ?? Number.NaN;
    return { turn, rules, count: typeof of === 'number' ? of : (of[rules.join(',')] ?? of.on) };
  }),
);

describe('the announced number of updated cases is the actual one', () => {
  it.each(rows)('SYNC-3 · $turn, off: $rules: $count', async ({ turn, rules, count }) => {
    const { announced, happen } = (await turns[turn]?.()) ?? {};
    for (const rule of rules) await setRuleActive(rule, false);
    const before = await db().journalEntry.count();
    const said = await announced?.();
    // The preview itself changes nothing.
    expect(await db().journalEntry.count()).toBe(before);
    const { updatedCount } = (await happen?.()) ?? {};
    for (const rule of rules) await setRuleActive(rule, true);
    expect([said, updatedCount]).toEqual([count, count]);
  });

  it('SYNC-3, SYNC-INC-5, REL-19 · a user who resolves an incident reads how many proactive cases are resolved with it', async () => {
    const incident = await anIncidentOfTwo();
    const [proactive] = await db().case.findMany({ where: { incidentId: incident.id }, take: 1 });
    await db().case.update({ where: { id: proactive?.id ?? '' }, data: { proactive: true } });
    const values = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    const { kind, number, version } = incident;
    const resolving = { what: 'save', kind, number, version, values } as const;
    expect(await wouldUpdate(w.ian, resolving)).toMatchObject({ count: 2, resolved: 1 });
    const notified = async () => (await wouldUpdate(w.ian, resolving)).notified;
    expect(await notified()).toBe(1);
    const { contactId } = await db().task.findUniqueOrThrow({ where: { id: proactive?.id ?? '' } });
    const id = contactId ?? '';
    const unreachable = [
      [{ active: false }, { active: true }],
      [{ email: null }, { email: (await db().user.findUniqueOrThrow({ where: { id } })).email }],
      [
        { unreachableSince: new Date(), unreachableReason: 'no such box' },
        { unreachableSince: null, unreachableReason: '' },
      ],
    ] as const;
    for (const [made, before] of unreachable) {
      await db().user.update({ where: { id }, data: made });
      expect(await notified()).toBe(0);
      await db().user.update({ where: { id }, data: before });
    }
    await db().task.update({ where: { id: proactive?.id ?? '' }, data: { contactId: null } });
    expect((await wouldUpdateMessage(w.ian, resolving)).message).toBe(
      'Saving updates 2 cases: 1 proactive one is resolved; no customer is notified.',
    );
    await setRuleActive('SYNC-INC-5', false);
    expect(await wouldUpdate(w.ian, resolving)).toMatchObject({ count: 2, resolved: 0 });
    await setRuleActive('SYNC-INC-5', true);
  });

  it('SYNC-3, NOT-8 · a user who resolves an incident reads which cases stay open, and how many customers wait for an answer', async () => {
    const incident = await anIncidentOfTwo();
    const [first] = await db().case.findMany({ where: { incidentId: incident.id }, include: { task: true } });
    const { kind, number, version } = incident;
    const of = (state: Values) => ({ what: 'save', kind, number, version, values: state }) as const;
    const resolving = of({ state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
    const updates = 'Saving updates 2 cases.';
    expect(await wouldUpdateMessage(w.ian, resolving)).toEqual({ message: updates, replies: null });

    await addEntry(w.cora, { kind: 'case', number: first?.task.number ?? '', type: 'comment', text: 'Since when?' });
    const waits = `${updates} 1 customer reply is unanswered.`;
    expect(await wouldUpdateMessage(w.ian, resolving)).toEqual({ message: waits, replies: null });
    const replies = `/workspace/incidents/${number}?tab=replies`;
    expect(await wouldUpdateMessage(w.noa, resolving)).toEqual({ message: waits, replies });
    const begun = await wouldUpdateMessage(w.noa, of({ state: 'in_progress' }));
    expect(begun).toEqual({ message: updates, replies: null });

    const [major, child] = [await aCase(w), await aCase(w)];
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted', incidentId: incident.id } });
    const open = async () => (await wouldUpdateMessage(w.ian, resolving)).message;
    expect(await open()).toContain(`cases. Major case ${major.number} stays open. 1 customer`);
    await db().case.update({ where: { id: child.id }, data: { parentId: major.id } });
    expect(await open()).toContain(`cases. Major case ${major.number} and its 1 child case stay open. 1 customer`);
    await db().task.update({ where: { id: child.id }, data: { state: 'closed', active: false } });
    expect(await open()).toContain(`Major case ${major.number} stays open.`);
    // A resolved case does not count as left open.
    await db().task.update({ where: { id: major.id }, data: { state: 'resolved' } });
    expect(await open()).not.toContain('stays open');
  });

  it.each([
    [null, 'Its 2 child cases stay open.'],
    ['priority', 'Its 2 child cases stay open.'],
    ['state,close_notes,resolution_code', null],
  ])(
    'SYNC-3, SYNC-MAJ-2 · who ends a major case is told which children stay open, with %s synchronised: %s',
    async (synced, message) => {
      const [major, first, second, over] = [await aCase(w), await aCase(w), await aCase(w), await aCase(w)];
      await makeMajor(major, first, second, over);
      await db().task.update({ where: { id: over.id }, data: { state: 'resolved' } });
      await setProperty('sn_customerservice.case_fields_to_sync', synced ?? 'priority');
      await setProperty('sn_customerservice.parent_child_case_sync', String(synced !== null));
      const said = [];
      for (const verb of ['close', 'propose-solution'] as const)
        said.push((await wouldUpdateMessage(w.mia, { what: 'move', number: major.number, verb })).message);
      await setProperty('sn_customerservice.parent_child_case_sync', 'false');
      if (message) expect(said).toEqual([message, message]);
      else expect(said.join()).not.toContain('stay open');
      const views = verbViews(w.mia, await fresh(major), false);
      expect(views.filter(({ leads }) => leads).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['close', 'propose-solution', 'cancel']),
      );
      expect(verbViews(w.mia, await fresh(first), false).some(({ leads }) => leads)).toBe(false);
    },
  );

  it('SYNC-3, REC-5 · a refused update updates nothing, and a hidden record is refused', async () => {
    const { kind, number, version } = await anIncidentOfTwo();
    const hold = { what: 'save', kind, number, version, values: { state: 'on_hold' } } as const;
    expect(await countWouldUpdate(w.ian, hold)).toBe(0);
    await expect(countWouldUpdate(w.nils, hold)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(countWouldUpdate(w.rita, hold)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
