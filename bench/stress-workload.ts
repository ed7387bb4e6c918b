import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { type AssociableLinkName, associableLinkNames, isSingle, links } from '#lib/record/link.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { cancelRequest } from '#lib/request/commands/cancel-request.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { readSettings } from '#lib/settings/settings.ts';

/** A random integer from 0 up to, but not including, `below`. */
export type Random = (below: number) => number;

/** A staff member, the customer, the approvers' group, and the catalog items. */
export type Scene = { staff: Actor; customer: Actor; approvers: string; offers: readonly string[]; random: Random };

/** Kinds whose state people change; a request's state follows its items. */
type Moved = 'incident' | 'problem' | 'change' | 'requested_item';
type Values = Record<string, FieldValue>;

const commented = ['incident', 'problem', 'change', 'request', 'requested_item'] as const;
const CASES = 12;
const RECORDS = 3;

function oneOf<T>(random: Random, all: readonly T[]): T {
  const one = all[random(all.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}

/** One of the newest open records of a kind. */
async function anyOf(kind: TaskKind, random: Random) {
  const take = kind === 'case' ? CASES : RECORDS;
  return oneOf(random, await db().task.findMany({ where: { kind, active: true }, orderBy: { number: 'desc' }, take }));
}

/** The values that a state requires, even if the record has them already. */
const valuesOf: Readonly<Record<Moved, (state: string, scene: Scene) => Values>> = {
  incident(state, { random }): Values {
    if (state === 'on_hold')
      return { holdReason: oneOf(random, ['awaiting_vendor', 'awaiting_change', 'awaiting_problem']) };
    return state === 'resolved' ? { resolutionCode: 'solution_provided', resolutionNotes: 'Mended.' } : {};
  },
  problem(state): Values {
    if (state === 'resolved') return { causeNotes: 'Worn out.', fixNotes: 'Replaced.' };
    return state === 'closed'
      ? { resolutionCode: 'risk_accepted', causeNotes: 'Old.', riskAcceptedReason: 'Rare.' }
      : {};
  },
  change: (state, { approvers }) => ({
    plannedStart: '2030-01-01T00:00:00Z',
    plannedEnd: '2030-01-01T02:00:00Z',
    approvalGroupId: approvers,
    ...(state === 'canceled' ? { cancelReason: 'Not needed.' } : {}),
    ...(state === 'closed' ? { closeCode: 'successful', closeNotes: 'Done.' } : {}),
  }),
  requested_item: () => ({}),
};

/** Orders one or two catalog items, for a case or without one. */
async function order({ staff, offers, random }: Scene, caseNumber?: string): Promise<void> {
  const items = [...offers].slice(random(offers.length)).map((catalogItemId) => ({ catalogItemId, quantity: 1 }));
  await createRequest(staff, { items, ...(caseNumber ? { caseNumber } : { requestedForId: staff.id ?? '' }) });
}

/** Moves a record one step forward, and creates a new record after a final state. */
async function step(kind: Moved, scene: Scene): Promise<void> {
  const { staff, random } = scene;
  const { id, number, version, state: from } = await anyOf(kind, random);
  const definition = definitionOf<TaskKind>(kind);
  const { states } = definition;
  const record = await loadRecord<TaskKind>(db(), kind, id);
  const all = definition.movesFrom(record, { settings: await readSettings(db()) });
  const moves = all.filter((to) => kind !== 'incident' || states[to]?.phase !== 'final');
  // On hold in Review, or closed since it was chosen: there is no next state.
  if (moves.length === 0) return;
  const state = oneOf(random, moves);
  const isEnd = states[state]?.phase === 'final';
  // Final states are rare, so that records stay open for other actions.
  if (isEnd && states[from]?.phase === 'open' && random(6) !== 0) return;
  const comment = random(3) === 0 ? { comment: 'With words.' } : {};
  const values = { state, ...valuesOf[kind](state, scene) };
  await updateTask(staff, { kind, number, version, values, ...comment });
  if (!isEnd) return;
  if (kind === 'requested_item') await order(scene);
  else await createTask(staff, { kind, values: { shortDescription: `One more ${kind}` } });
}

async function recordOf(caseId: string, link: AssociableLinkName) {
  if (!isSingle(link)) return db().task.findFirst({ where: { request: { caseId } } });
  const record = await db().case.findUniqueOrThrow({ where: { id: caseId } });
  const id = record[links[link].field];
  return id ? db().task.findUniqueOrThrow({ where: { id } }) : null;
}

/** The users' actions, all equally likely. */
export const workload: readonly ((scene: Scene) => Promise<unknown>)[] = [
  (scene) => step('incident', scene),
  (scene) => step('problem', scene),
  (scene) => step('change', scene),
  (scene) => step('requested_item', scene),
  async ({ staff, random }) => {
    const kind = oneOf(random, commented);
    const { number } = await anyOf(kind, random);
    const type = random(2) ? 'comment' : 'work_note';
    return addEntry(staff, { kind, number, type, text: 'Something new.' });
  },
  async ({ staff, customer, random }) => {
    const { number } = await anyOf('case', random);
    return addEntry(random(2) ? customer : staff, { kind: 'case', number, type: 'comment', text: 'And now?' });
  },
  async ({ staff, random }) => {
    const { number, version } = await anyOf('problem', random);
    const text = `Restart it every ${1 + random(9)} hours.`;
    await updateTask(staff, { kind: 'problem', number, version, values: { workaround: text } });
    return communicate(staff, { number, what: 'workaround', confirmed: true });
  },
  async ({ staff, random }) => {
    const { number, version, id } = await anyOf('change', random);
    const { onHold, type } = await db().change.findUniqueOrThrow({ where: { id } });
    const hold: Values = onHold ? { onHold: false } : { onHold: true, onHoldReason: 'The part is missing.' };
    const other: Values = { type: type === 'normal' ? 'emergency' : 'normal' };
    return updateTask(staff, { kind: 'change', number, version, values: random(3) ? hold : other });
  },
  async ({ staff, random }) => {
    const where = { approverId: staff.id ?? '', answer: 'requested' };
    const asked = await db().approval.findMany({ where, orderBy: { id: 'desc' }, take: RECORDS });
    if (asked.length === 0) return;
    const answer = random(4) === 0 ? 'rejected' : 'approved';
    await answerApproval(staff, { approvalId: oneOf(random, asked).id, answer, reason: 'So it is.' });
  },
  async ({ staff, random }) => {
    const link = oneOf(random, associableLinkNames);
    const [theCase, record] = [await anyOf('case', random), await anyOf(links[link].kind, random)];
    return associate(staff, { caseNumber: theCase.number, link, number: record.number });
  },
  async ({ staff, random }) => {
    const [theCase, link] = [await anyOf('case', random), oneOf(random, associableLinkNames)];
    const record = await recordOf(theCase.id, link);
    if (record) await remove(staff, { caseNumber: theCase.number, link, number: record.number });
  },
  async ({ staff, random }) => {
    if (random(4) !== 0) return;
    const { number } = await anyOf('case', random);
    const variant = oneOf(random, ['incident', 'problem', 'normal_change'] as const);
    await createFromCase(staff, { caseNumber: number, variant, values: {} });
  },
  async (scene) => {
    if (scene.random(4) === 0) await order(scene, (await anyOf('case', scene.random)).number);
  },
  async ({ staff, random }) => {
    if (random(6) === 0) await cancelRequest(staff, { number: (await anyOf('request', random)).number });
  },
  async ({ staff, customer, random }) => {
    if (random(6) !== 0) return;
    const theCase = await anyOf('case', random);
    await moveCase(staff, { number: theCase.number, verb: 'cancel' });
    const values = {
      shortDescription: 'One more',
      [customer.kind === 'contact' ? 'contactId' : 'consumerId']: customer.id,
    };
    await createTask(staff, { kind: 'case', values });
  },
];
