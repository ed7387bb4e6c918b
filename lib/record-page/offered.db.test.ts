import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { MoveCase } from '#lib/case/schema.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { inOneTransaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { creating, relating, sourceOf } from '#lib/related/source-ref.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, answer, aProblem, approvalBoard, type Board, itemOf, planned } from '#lib/testing/itsm.ts';
import { aRecordOf } from '#lib/testing/kinds.ts';
import { aCase, anIncident, change, fresh, holderOf, world } from '#lib/testing/world.ts';
import { possibleWatchers } from './queries/possible-watchers.ts';
import { recordView } from './queries/record-view.ts';
import type { RecordView } from './record-view.ts';

const w = await world();
let board: Board;
let actors: readonly Person[];
let templateId: string;
let elsewhere: { id: string };
let laptop: string;
let mouse: string;
beforeAll(async () => {
  board = await approvalBoard();
  const viewing = await holderOf('Vera Viewing-Agent', ['sn_customerservice_agent', 'sn_customerservice.case_viewer']);
  actors = [w.ava, w.pat, w.mia, w.cleo, w.vic, w.ian, w.noa, w.adam, w.rita, w.nils, board.arno, viewing];
  const template = { name: 'Restart', category: 'Network', shortDescription: 'Restart the router', risk: 'low' };
  const texts = { description: '', justification: '', implementationPlan: '', backoutPlan: '', testPlan: '' };
  templateId = (await db().changeTemplate.create({ data: { ...template, ...texts } })).id;
  elsewhere = await aProblem(w);
  laptop = await anOffer('Laptop', board.id);
  mouse = await anOffer('Mouse');
});

const solved = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };

/** A case that its agents moved to a state. */
async function aCaseThatIs(state: string, values = {}): Promise<TaskRecord> {
  const theCase = await aCase(w, values);
  const go = (verb: MoveCase['verb'], more = {}) => moveCase(w.mia, { number: theCase.number, verb, ...more });
  if (state !== 'new') await go('assign-to-me');
  if (state === 'awaiting_info') await go('request-info', { comment: 'Which port?' });
  if (state === 'resolved') await go('propose-solution', { values: solved });
  if (state === 'closed') await go('close', { values: solved });
  if (state === 'cancelled') await go('cancel');
  return theCase;
}

/** A record that several saves moved to its state. */
async function saved(record: TaskRecord, ...steps: Record<string, string | boolean>[]): Promise<TaskRecord> {
  for (const values of steps) await change(w.ian, record, values);
  return record;
}

const ended = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };
const hold = { onHold: true, onHoldReason: 'The part is late.' };
const analysed = { causeNotes: 'A leak.', fixNotes: 'Mended.' };

const towardsTheFix: Record<string, string>[] = [
  { state: 'assess' },
  { state: 'root_cause_analysis' },
  { state: 'fix_in_progress' },
  { state: 'resolved', ...analysed },
  { state: 'closed', resolutionCode: 'fix_applied' },
];

const assessed = async () => saved(await aChange(w), { state: 'assess', approvalGroupId: board.id });
async function approved(record: TaskRecord): Promise<TaskRecord> {
  await answer(board.arno, record);
  return record;
}
const authorized = async () => saved(await approved(await assessed()), { state: 'authorize' });
const scheduled = async () => saved(await approved(await authorized()), { state: 'scheduled', ...planned });
const reviewed = async () => saved(await scheduled(), { state: 'implement' }, { state: 'review' });

async function aStandardChange() {
  const { number: caseNumber } = await aCase(w);
  return createFromCase(w.mia, { caseNumber, variant: 'standard_change', templateId });
}

/** The ordered catalog items, by name: a laptop needs approval, a mouse does not. */
type Name = 'Laptop' | 'Mouse';
const aRequest = async (...names: Name[]) =>
  createRequest(w.ian, {
    items: names.map((name) => ({ catalogItemId: name === 'Laptop' ? laptop : mouse, quantity: 1 })),
  });
const anItem = async (...steps: { state: string }[]) => saved(await itemOf(await aRequest('Mouse'), 'Mouse'), ...steps);

/** A request whose one item went this way. */
async function requestWith(...steps: { state: string }[]) {
  const request = await aRequest('Mouse');
  await saved(await itemOf(request, 'Mouse'), ...steps);
  return request;
}

const caseStates = ['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'];

const records: readonly (readonly [string, () => Promise<TaskRecord>])[] = [
  ...caseStates.map((state) => [`case, ${state}`, () => aCaseThatIs(state)] as const),
  ...caseStates.map(
    (state) => [`case of a consumer, ${state}`, () => aCaseThatIs(state, { consumerId: w.jane.id })] as const,
  ),
  ['case of mine, new', () => aCase(w, { assignedToId: w.ava.id })],
  [
    'case with an incident',
    async () => {
      const theCase = await aCase(w);
      await createFromCase(w.ava, { caseNumber: theCase.number, variant: 'incident', values: {} });
      return theCase;
    },
  ],
  [
    'major case, resolved',
    async () => {
      const theCase = await aCaseThatIs('resolved');
      await db().case.update({ where: { id: theCase.id }, data: { majorCaseState: 'accepted' } });
      return theCase;
    },
  ],
  ['incident, new', () => anIncident(w)],
  ['incident of a caller', () => anIncident(w, { callerId: w.nils.id })],
  ['incident, in progress', async () => saved(await anIncident(w), { state: 'in_progress' })],
  ['incident, on hold', async () => saved(await anIncident(w), { state: 'on_hold', holdReason: 'awaiting_vendor' })],
  ['incident, resolved', async () => saved(await anIncident(w), { state: 'resolved', ...ended })],
  ['incident, closed', async () => saved(await anIncident(w), { state: 'resolved', ...ended }, { state: 'closed' })],
  ['incident, canceled', async () => saved(await anIncident(w), { state: 'canceled' })],
  ['problem, new', () => aProblem(w)],
  ['problem, assess', async () => saved(await aProblem(w), { state: 'assess' })],
  ['problem, analysed', async () => saved(await aProblem(w), { state: 'assess' }, { state: 'root_cause_analysis' })],
  ...(['fix in progress', 'resolved', 'closed'] as const).map(
    (last, at) =>
      [`problem, ${last}`, async () => saved(await aProblem(w), ...towardsTheFix.slice(0, at + 3))] as const,
  ),
  ['change, new', () => aChange(w)],
  ['change, new, on hold', async () => saved(await aChange(w), hold)],
  ['change, assess', assessed],
  ['change, assess, approved', async () => approved(await assessed())],
  ['change, assess, on hold', async () => saved(await assessed(), hold)],
  ['change, authorize', authorized],
  ['change, authorize, approved', async () => approved(await authorized())],
  ['change, scheduled', scheduled],
  ['change, implement', async () => saved(await scheduled(), { state: 'implement' })],
  ['change, review', reviewed],
  [
    'change, closed',
    async () => saved(await reviewed(), { state: 'closed', closeCode: 'successful', closeNotes: 'It runs.' }),
  ],
  ['change, canceled', async () => saved(await aChange(w), { state: 'canceled', cancelReason: 'Too late.' })],
  ['change, rejected', async () => answer(board.arno, await assessed(), 'Too early.')],
  ['emergency change, new', async () => saved(await aChange(w), { type: 'emergency' })],
  [
    'emergency change, authorize',
    async () => saved(await aChange(w), { type: 'emergency' }, { state: 'authorize', approvalGroupId: board.id }),
  ],
  ['standard change, new', aStandardChange],
  ['request, requested', () => aRequest('Laptop')],
  ['request, approved', () => aRequest('Mouse')],
  ['request under way', () => requestWith({ state: 'work_in_progress' })],
  [
    'request, half delivered',
    async () => {
      const request = await aRequest('Mouse', 'Laptop');
      await saved(await itemOf(request, 'Mouse'), { state: 'closed_complete' });
      return request;
    },
  ],
  ['request, complete', () => requestWith({ state: 'closed_complete' })],
  ['request, incomplete', () => requestWith({ state: 'closed_incomplete' })],
  ['request, cancelled', async () => saved(await aRequest('Mouse'), { state: 'closed_cancelled' })],
  [
    'request, rejected',
    async () => {
      const request = await aRequest('Laptop');
      await answer(board.arno, await itemOf(request, 'Laptop'), 'Too dear.');
      return request;
    },
  ],
  ['item, pending', async () => itemOf(await aRequest('Laptop'), 'Laptop')],
  ['item, open', () => anItem()],
  ['item, in progress', () => anItem({ state: 'work_in_progress' })],
  ['item, complete', () => anItem({ state: 'closed_complete' })],
  ['item, incomplete', () => anItem({ state: 'closed_incomplete' })],
  ['item, skipped', () => anItem({ state: 'closed_skipped' })],
];

class Undone extends Error {}

/** The rule by which the server would refuse an action; null if it would succeed. Its changes are rolled back. */
async function refusalOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await inOneTransaction(async () => {
      await attempt();
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    if (error instanceof Refusal) return `${error.rule}: ${error.because}`;
    throw error;
  }
  throw new Error('It was done, and not undone.');
}

type Offered = readonly [name: string, attempt: () => Promise<unknown>];

/** The buttons of a case, with their required input and no optional input. */
function verbsOf(actor: Person, { number, verbs }: RecordView): Offered[] {
  return verbs.map(({ name, fields, asksComment, asksWorkNote }) => {
    const required = fields.filter((field) => field.required).map((field) => field.name);
    const values = Object.fromEntries(Object.entries(solved).filter(([field]) => required.includes(field)));
    const words = { ...(asksComment ? { comment: 'Which?' } : {}), ...(asksWorkNote ? { workNote: 'By phone.' } : {}) };
    return [name, () => moveCase(actor, { number, verb: name, values, ...words })];
  });
}

/** Values for the fields that a state and its values require. */
const filled = (): Readonly<Record<string, string>> => ({
  ...ended,
  ...analysed,
  ...planned,
  holdReason: 'awaiting_vendor',
  riskAcceptedReason: 'It is rare.',
  cancelledReason: 'It is none.',
  duplicateOfId: elsewhere.id,
  approvalGroupId: board.id,
  closeCode: 'successful',
  closeNotes: 'It runs.',
  cancelReason: 'Too late.',
});

/** Every choice of State, with every resolution code if the state has one, and their required fields. */
function statesOf(
  actor: Person,
  { kind, number, version, fields, state, stateFields, fieldsWith }: RecordView,
): Offered[] {
  const { editable, options = [] } = fields.state ?? {};
  if (!editable) return [];
  const asked = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, filled()[name] ?? '']));
  const save = (values: Record<string, string>) => () => updateTask(actor, { kind, number, version, values });
  return options
    .filter(({ value }) => value !== state.value)
    .flatMap(({ value: to }): Offered[] => {
      const names = stateFields[to] ?? [];
      const codes = fieldsWith.resolutionCode;
      if (!codes || !names.includes('resolutionCode')) return [[to, save({ state: to, ...asked(names) })]];
      return (fields.resolutionCode?.options ?? []).map(({ value: code }): Offered => {
        const values = { state: to, ...asked(names), ...asked(codes[code] ?? []), resolutionCode: code };
        return [`${to} as ${code}`, save(values)];
      });
    });
}

/** Offers of every kind of record: comments, work notes and watching. */
function othersOf(actor: Person, { kind, number, mayComment, mayNote, mayWatch, watchers }: RecordView): Offered[] {
  const write = (type: 'comment' | 'work_note') => () => addEntry(actor, { kind, number, type, text: 'A word.' });
  const watching = watchers.some(({ userId, list }) => userId === actor.id && list === 'watch_list');
  const set = () => watch(actor, { kind, number, list: 'watch_list', userId: actor.id, watching: !watching });
  return [
    ...(mayComment ? [['a comment', write('comment')] as const] : []),
    ...(mayNote ? [['a work note', write('work_note')] as const] : []),
    ...(mayWatch ? [['watching', set] as const] : []),
  ];
}

/** The additional actions of a case or an incident that need at most a chosen open record. */
async function actionsOf(actor: Person, view: RecordView): Promise<Offered[]> {
  const { number: caseNumber, actions } = view;
  const source = sourceOf(view);
  const made = actions.map(async ({ verb, link, variant, label }): Promise<Offered[]> => {
    if (verb === 'associate') {
      const { number } = await aRecordOf(links[link].kind, w);
      return [[label, () => associate(actor, relating(source, link, number))]];
    }
    if (verb !== 'create' || !variant) return [];
    if (variant === 'request') {
      const items = [{ catalogItemId: mouse, quantity: 1 }];
      return [[label, () => createRequest(actor, { caseNumber, items })]];
    }
    if (variant === 'standard_change')
      return [[label, () => createFromCase(actor, { caseNumber, variant, templateId })]];
    return [[label, () => createFromCase(actor, creating(source, variant, {}))]];
  });
  return (await Promise.all(made)).flat();
}

let tried = 0;

describe('the actions offered on a page', () => {
  it.each(records)('REC-5 · the server takes it: %s', async (_name, make) => {
    const record = await make();
    const before = await fresh(record);
    const refused: string[] = [];
    for (const actor of actors) {
      const view = await recordView(actor, record.kind, record.number);
      if (!view) continue;
      const offered = [
        ...verbsOf(actor, view),
        ...statesOf(actor, view),
        ...othersOf(actor, view),
        ...(await actionsOf(actor, view)),
      ];
      for (const [name, attempt] of offered) {
        tried += 1;
        const refusal = await refusalOf(attempt);
        if (refusal) refused.push(`${actor.name}, ${name} > ${refusal}`);
      }
    }
    expect(refused).toEqual([]);
    expect(await fresh(record)).toEqual(before);
  });

  it('REC-5 · enough was offered to be worth the asking', () => {
    expect(tried).toBeGreaterThan(500);
  });

  it('INC-6 · an internal caller is offered a comment on their own incident and no work note', async () => {
    const { number } = await anIncident(w, { callerId: w.nils.id });
    expect(await recordView(w.nils, 'incident', number)).toMatchObject({
      mayComment: true,
      mayNote: false,
      mayEdit: false,
      mayWatch: false,
      mayAttach: false,
    });
    const oneself = { kind: 'incident', number, list: 'work_notes_list', userId: w.nils.id, watching: true } as const;
    await expect(watch(w.nils, oneself)).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await recordView(w.ian, 'incident', number)).toMatchObject({
      mayComment: true,
      mayNote: true,
      mayAttach: true,
    });
  });

  it('CASE-5 · no user is offered as a watcher of a closed case', async () => {
    for (const [state, mayWatch] of [
      ['resolved', true],
      ['closed', false],
      ['cancelled', false],
    ] as const)
      expect(await recordView(w.ava, 'case', (await aCaseThatIs(state)).number)).toMatchObject({ mayWatch });
  });

  it('CASE-2 · Close case asks for notes, and for a code only if one is chosen', async () => {
    const view = await recordView(w.ava, 'case', (await aCaseThatIs('open')).number);
    const asks = (verb: string) =>
      view?.verbs.find(({ name }) => name === verb)?.fields.flatMap((field) => (field.required ? [field.name] : []));
    expect(asks('close')).toEqual(['resolutionNotes']);
    expect(asks('propose-solution')).toEqual(['resolutionCode', 'resolutionNotes']);
  });

  it('REQ-2 · Closed Cancelled is offered until fulfilment has started', async () => {
    const offered = async ({ number }: TaskRecord) =>
      (await recordView(w.ian, 'request', number))?.fields.state?.options?.map(({ value }) => value);
    expect(await offered(await aRequest('Mouse'))).toContain('closed_cancelled');
    expect(await offered(await requestWith({ state: 'work_in_progress' }))).not.toContain('closed_cancelled');
  });

  it.each<[string, () => Promise<TaskRecord>, 'watch_list' | 'work_notes_list', () => Person]>([
    ['a case', () => aCase(w), 'watch_list', () => w.ava],
    ['a case of a consumer', () => aCase(w, { consumerId: w.jane.id }), 'watch_list', () => w.mia],
    ['a case, for work notes', () => aCase(w), 'work_notes_list', () => w.ava],
    ['an incident', () => anIncident(w, { callerId: w.nils.id }), 'watch_list', () => w.ian],
    ['a change', () => aChange(w), 'work_notes_list', () => w.ian],
  ])('INC-6, REC-1 · the picker of watchers has the possible watchers only: %s', async (_what, make, list, by) => {
    const { kind, number } = await make();
    const asked = { kind, number, list, words: '' };
    const offered = new Set((await possibleWatchers(by(), asked)).map(({ id }) => id));
    expect(offered.size).toBeGreaterThan(0);
    const everybody = await db().user.findMany({ where: { active: true }, select: { id: true, name: true } });
    const taken: string[] = [];
    for (const { id: userId, name } of everybody) {
      const refusal = await refusalOf(() => watch(by(), { kind, number, list, userId, watching: true }));
      if (!refusal) taken.push(name);
    }
    const names = everybody.filter(({ id }) => offered.has(id)).map(({ name }) => name);
    expect(names.filter((name) => !taken.includes(name))).toEqual([]);
    expect(await possibleWatchers(w.vic, asked)).toEqual([]);
  });
});
