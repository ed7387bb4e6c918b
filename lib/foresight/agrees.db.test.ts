import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { madeCases, underRules, type WorldLike, whatHappened } from '#lib/testing/foresight-scene.ts';
import { aChange, anOffer, aProblem, approvalBoard, type Board, itemOf, planned } from '#lib/testing/itsm.ts';
import { aCase, anIncident, fresh, world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { previewAction } from './preview-action.ts';

/** More runs find more: FORESIGHT_RUNS=200. */
const RUNS = Number(process.env.FORESIGHT_RUNS ?? 6);

const w = await world();
let board: Board;
let jane: string | null;
beforeAll(async () => {
  board = await approvalBoard();
  ({ email: jane } = await db().user.findUniqueOrThrow({ where: { id: w.jane.id } }));
  await db().user.update({ where: { id: w.jane.id }, data: { email: null } });
});
afterAll(async () => {
  await db().user.update({ where: { id: w.jane.id }, data: { email: jane } });
  await underRules([], null);
});

const caseLike = fc.record({
  state: fc.constantFrom('new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'),
  proactive: fc.boolean(),
  marked: fc.boolean(),
  child: fc.boolean(),
  linked: fc.boolean(),
  watcher: fc.constantFrom('ava', 'nils', null),
  customer: fc.constantFrom('cora', 'fiona', 'jane'),
});

const SYNCED = [
  'priority',
  'priority,assigned_to',
  'comments,work_notes',
  'work_notes,incident,problem,change_request',
  'short_description,impact,urgency',
  'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code',
  null,
];

/** In half of the worlds every rule is on. In the others some are off. */
const worldLike: fc.Arbitrary<WorldLike> = fc.record({
  cases: fc.array(caseLike, { minLength: 1, maxLength: 5 }),
  led: fc.boolean(),
  off: fc.oneof(fc.constant<string[]>([]), fc.subarray(syncRules.map(({ id }) => id))),
  synced: fc.constantFrom(...SYNCED),
});

/** A possible save: the source state, the values and the texts. */
type Change = {
  from?: string;
  values?: Readonly<Record<string, FieldValue | undefined>>;
  comment?: string;
  workNote?: string;
  verb?: CaseVerbName;
};
type Kind = 'incident' | 'problem' | 'change' | 'requested_item' | 'request' | 'case';

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };

const changes: Readonly<Record<Kind, () => readonly Change[]>> = {
  incident: () => [
    { values: { state: 'in_progress' } },
    { values: { state: 'in_progress', callerId: w.cora.id }, comment: 'We have begun.' },
    { values: { state: 'on_hold', holdReason: 'awaiting_vendor' } },
    { values: { state: 'on_hold', holdReason: 'awaiting_caller' }, comment: 'Which port?' },
    { from: 'in_progress', values: { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' } },
    {
      values: { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Done.' },
      comment: 'Up.',
    },
    { values: { urgency: '1', assignedToId: w.ian.id } },
    { values: { shortDescription: 'Another name' }, workNote: 'A better name.' },
  ],
  problem: () => [
    { values: { state: 'assess' } },
    { values: { state: 'closed', resolutionCode: 'canceled', cancelledReason: 'No problem.' } },
    { from: 'fix_in_progress', values: { state: 'resolved', causeNotes: 'A leak.', fixNotes: 'More memory.' } },
    { values: { shortDescription: 'Another name', assignedToId: w.ian.id }, comment: 'Somebody looks at it.' },
  ],
  change: () => [
    { values: { state: 'assess', approvalGroupId: board.id } },
    { values: { type: 'emergency' } },
    { values: { onHold: true, onHoldReason: 'The part is late.' }, comment: 'It is late.' },
    { values: { state: 'canceled', cancelReason: 'Not needed.' } },
    { from: 'scheduled', values: { state: 'implement', ...planned } },
    { from: 'review', values: { ...planned, state: 'closed', closeCode: 'successful', closeNotes: 'It runs.' } },
  ],
  requested_item: () => [
    { values: { state: 'closed_complete' } },
    { values: { state: 'work_in_progress' }, comment: 'Packed.' },
    { values: { state: 'closed_incomplete' }, workNote: 'Sold out.' },
  ],
  request: () => [{ comment: 'It is on its way.' }, { workNote: 'Packed.' }, { values: { assignedToId: w.ian.id } }],
  case: () => [
    { values: { priority: '1', assignedToId: w.ava.id } },
    { values: { shortDescription: 'Another name', urgency: '1' }, comment: 'Dear customers.' },
    { workNote: 'The vendor is called.' },
    { values: { impact: '1' }, comment: 'We are on it.', workNote: 'Nobody knows why.' },
    { verb: 'propose-solution', values: solved },
    { verb: 'assign-to-me' },
    { verb: 'close', values: solved },
    { verb: 'cancel' },
    { verb: 'request-info', from: 'open', comment: 'Not entered yet.' },
  ],
};

/** A record of a kind that updates these cases. For a request, the first case is its parent. */
async function rootOf(kind: Kind): Promise<{ root: TaskRecord; of: TaskRecord | null }> {
  if (kind === 'incident') return { root: await anIncident(w), of: null };
  if (kind === 'problem') return { root: await aProblem(w), of: null };
  if (kind === 'change') return { root: await aChange(w), of: null };
  if (kind === 'case') {
    const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
    return { root: await openMajorCase(w.mia, { as: 'major case', values }), of: null };
  }
  const theCase = await aCase(w);
  const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
  const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
  return { root: kind === 'request' ? request : await itemOf(request, 'Mouse'), of: theCase };
}

const says = ({ comment, workNote }: Change) => ({
  ...(comment ? { comment } : {}),
  ...(workNote ? { workNote } : {}),
});

async function agrees(kind: Kind, like: WorldLike, doing: Change) {
  await underRules([], null);
  const { root, of } = await rootOf(kind);
  if (doing.from) await db().task.update({ where: { id: root.id }, data: { state: doing.from } });
  const { made, major } = await madeCases(w, like, root);
  await underRules(like.off, like.synced);
  const records = [root, major, ...(of ? [of] : []), ...made.map(({ id }) => ({ kind: 'case', id }) as TaskRecord)];
  const before = await Promise.all(records.map(fresh));
  const { number, version } = await fresh(root);
  const { verb } = doing;
  const values: Values = JSON.parse(JSON.stringify(doing.values ?? {}));
  const saved = { kind, number, version, values, ...says(doing) };
  const considered = verb ? ({ what: 'move', number, verb } as const) : ({ what: 'save', ...saved } as const);

  const said = await previewAction(w.mia, considered);
  expect(await Promise.all(records.map(fresh))).toEqual(before);
  expect(said.refused).toBe('');
  if (verb) await moveCase(w.mia, { number, version, verb, values, confirmed: true, ...says(doing) });
  else await updateTask(w.mia, saved);

  const happened = await whatHappened(root, copiedBy(like.synced));
  const [firing, fired] = [said.rules.map(({ id, records: { count } }) => [id, count]), [...happened.byRule]];
  expect(Object.fromEntries(firing)).toEqual(Object.fromEntries(fired.map(([rule, { size }]) => [rule, size])));
  expect(happened.rules).toEqual(expect.arrayContaining(said.rules.map(({ id }) => id)));
  expect(said.records).toBe(happened.records);
  expect(said.mails).toEqual(happened.mails);
  const written = new Set(fired.flatMap(([, ids]) => [...ids]));
  const left = made.filter(({ id }) => !written.has(id));
  if (kind === 'case' && said.rules.some(({ id }) => id === 'SYNC-MAJ-1'))
    expect(leftOutOf(said)).toEqual(
      counted(
        left.filter(({ child }) => child),
        (theCase) => (theCase.state === 'resolved' ? RESOLVED : OVER),
      ),
    );
  const rules = { incident: 'SYNC-INC-1', problem: 'SYNC-PRB-1', change: 'SYNC-CHG-1' } as const;
  if (kind in rules && values.state && !like.off.includes(rules[kind as keyof typeof rules]))
    expect(leftOutOf(said)).toEqual(
      counted(
        left.filter(({ linked }) => linked),
        ({ state }) => (state === 'closed' || state === 'cancelled' ? OVER : FOLLOWS),
      ),
    );
}

const [OVER, RESOLVED, FOLLOWS] = ['closed or cancelled', 'resolved already', 'in a major case'];

const leftOutOf = ({ leftOut }: Awaited<ReturnType<typeof previewAction>>) =>
  Object.fromEntries(leftOut.map(({ because, count }) => [because, count]));

function counted<T>(all: readonly T[], because: (each: T) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(all, because)].map(([reason, { length }]) => [reason, length]));
}

/** The copied case fields among the listed names. */
function copiedBy(synced: string | null): string[] {
  const fields = {
    priority: 'priority',
    assigned_to: 'assignedToId',
    close_notes: 'resolutionNotes',
    resolution_code: 'resolutionCode',
    short_description: 'shortDescription',
    impact: 'impact',
    urgency: 'urgency',
  };
  return Object.entries(fields).flatMap(([name, field]) => (synced?.split(',').includes(name) ? [field] : []));
}

describe('What would happen?', () => {
  it.each<Kind>(['incident', 'problem', 'change', 'requested_item', 'request', 'case'])(
    'SYNC-5, SYNC-MAJ-1, SYNC-7 · of %s agrees with what then happens: rules, records, who is left out, emails',
    async (kind) => {
      const doing = fc.nat().map((at) => {
        const all = changes[kind]();
        return all[at % all.length] ?? {};
      });
      await fc.assert(
        fc.asyncProperty(worldLike, doing, (like, change) => agrees(kind, like, change)),
        { numRuns: RUNS },
      );
    },
  );
});
