import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerApprovalAction, askContactAction } from '#lib/approval/actions.ts';
import { undoCascadeAction } from '#lib/cascade/actions.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { askAgentAction } from '#lib/incident/actions.ts';
import { attachArticleAction, documentProblemAction } from '#lib/knowledge/actions.ts';
import { retryMailsAction } from '#lib/ledger/actions.ts';
import { kindsWithUpdates } from '#lib/ledger/kinds-with-updates.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { generateCasesAction, generateWithMessageAction } from '#lib/proactive/actions.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { associableLinkNames, incidentLinkNames, links, linksTo } from '#lib/record/link.ts';
import { addEntryAction, updateTaskAction, watchAction } from '#lib/record-page/actions.ts';
import { associateAction, createFromCaseAction, removeAction } from '#lib/related/actions.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import { answerRepliesAction } from '#lib/replies/actions.ts';
import { cancelRequestAction, createRequestAction } from '#lib/request/actions.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { type Answer, allAnswer, answersTo, answerTo } from '#lib/testing/answers.ts';
import { messageAttempts, visitAttempts } from '#lib/testing/attempts.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { anArticle, anOffer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { aRecordOf, reaches } from '#lib/testing/kinds.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aStageOfVisits } from '#lib/testing/visits.ts';
import { aCase, anIncident, fresh, holderOf, world } from '#lib/testing/world.ts';
import { addWorkOrderTaskAction, moveWorkOrderTaskAction } from '#lib/work-order/actions.ts';
import { can } from './policy.ts';
import { mayReadTask } from './readable.ts';
import { type Role, roleNames, roles } from './roles.ts';

const w = await world();
let board: Board;
let offer: string;
let asking: string;
let article: string;
let stage: Awaited<ReturnType<typeof aStageOfVisits>>;

beforeAll(async () => {
  board = await approvalBoard();
  offer = await anOffer('Mouse');
  asking = await anOffer('Laptop', board.id);
  article = await anArticle(w);
  stage = await aStageOfVisits(w.adam);
  await db().installBaseItem.create({
    data: { name: 'Edge', productId: w.product, configurationItemId: w.sdwan, accountId: w.boxeo },
  });
});

const internal = roleNames.filter((role) => roles[role].audience === 'internal');

type Attempts = Record<string, () => Promise<unknown>>;

/** CHG-1 · Puts a change in the state of waiting for its board. */
async function waitForBoard(number: string): Promise<{ id: string }> {
  const { id } = await db().task.update({ where: { number }, data: { state: 'assess' } });
  await db().change.update({ where: { id }, data: { approval: 'requested' } });
  const question = { taskId: id, approverId: board.arno.id, stage: 'assess', round: 1, requestedAt: new Date() };
  await db().approval.create({ data: question });
  return { id };
}

/** INC-1 · Puts an incident on hold for Cora, whose case links to it. */
async function waitForCora(number: string): Promise<void> {
  const { id, version } = await db().task.findUniqueOrThrow({ where: { number } });
  const values = { callerId: w.cora.id, state: 'on_hold', holdReason: 'awaiting_caller' };
  await updateTask(w.ian, { kind: 'incident', number, version, values, comment: 'Which floor?' });
  const theCase = await aCase(w);
  await db().case.update({ where: { id: theCase.id }, data: { incidentId: id } });
}

/** NOT-3 · Gives the message a failed email to Cora. */
async function failedMailOf(runId: string): Promise<void> {
  const { id: causeId, taskId } = await db().cause.findFirstOrThrow({ where: { task: { kind: 'case' } } });
  const id = uuid();
  // Each needs its own event: a person gets one email for a cause and event.
  const words = { event: `notification ${id}`, subject: 's', body: 'b', status: 'failed' } as const;
  const row = {
    ...words,
    id,
    address: `${id}@test`,
    messageId: `<${id}@test>`,
    lastError: 'x',
    causeId,
    taskId,
    recipientId: w.cora.id,
  };
  await db().mail.create({ data: { ...row, createdAt: new Date() } });
  const mailed = { state: 'mailed', mailId: id } as const;
  await db().notifyPerson.updateMany({ where: { runId, userId: w.cora.id }, data: mailed });
}

/** SYNC-7 · Acts as if the signed-in user had just resolved cases with the incident. */
async function aCascadeOfOneself(number: string): Promise<string> {
  const { id: taskId } = await db().task.findUniqueOrThrow({ where: { number } });
  const cause = { taskId, at: new Date(), command: 'update-incident', rules: ['SYNC-INC-5'] };
  return (await db().cause.create({ data: { ...cause, actorId: signedIn.actor?.id ?? null } })).id;
}

/** Actions on records of a single kind, for users who work them. */
const ownVerbs: Readonly<Partial<Record<TaskKind, (number: string) => Attempts>>> = {
  incident: (number) => ({
    ask: async () => {
      await waitForCora(number);
      return askAgentAction({ number, question: 'Which floor?' });
    },
    undo: async () => undoCascadeAction({ number, causeId: await aCascadeOfOneself(number) }),
  }),
  problem: (number) => ({
    communicate: () => communicateAction({ number, what: 'workaround' }),
    describe: () =>
      documentProblemAction({ problem: number, title: 'Known error', text: 'Restart it.', readers: 'internal' }),
    document: () => attachArticleAction({ kind: 'problem', number, article, attached: true }),
  }),
  change: (number) => ({
    ask: async () => {
      const { id } = await waitForBoard(number);
      await aCaseOfIt('change', id);
      return askContactAction({ number, email: 'cora.customer@example.test' });
    },
  }),
  request: (number) => ({ cancel: () => cancelRequestAction({ number }) }),
  work_order: (number) => ({ add: () => addWorkOrderTaskAction({ number, shortDescription: 'Look again' }) }),
  work_order_task: (number) => ({
    ...visitAttempts({ ...stage, number }, (there) => stage.prepare(number, there)),
    cancel: async () => {
      const { version } = await db().task.findUniqueOrThrow({ where: { number } });
      return moveWorkOrderTaskAction({ number, version, action: 'cancel', reason: 'Not needed.' });
    },
  }),
};

/** A record that messages to customers can be about: for a case, a major case. */
async function notifiable(kind: NotifySource) {
  if (kind !== 'case') return aRecordOf(kind, w);
  const major = await aCase(w);
  await db().task.update({ where: { id: major.id }, data: { contactId: null, accountId: null } });
  await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
  return major;
}

async function aCaseOfIt(kind: NotifySource, id: string) {
  const theCase = await aCase(w);
  const link = kind === 'case' ? 'parentId' : `${kind}Id`;
  await db().case.update({ where: { id: theCase.id }, data: { [link]: id } });
  return theCase;
}

/** MAJ-9 · Network operations; for a major case, its managers too. */
const writesToCustomers = (kind: NotifySource): readonly string[] => [
  'admin',
  'sn_ind_tsm_core.noc_agent',
  ...(kind === 'case' ? ['sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'] : []),
];

describe.each(internal)('%s', (role) => {
  let holder: Person;
  beforeAll(async () => {
    holder = await holderOf(`${role} alone`, [role]);
  });

  it.each(incidentLinkNames)(
    'ACC-2, INC-7 · creates, links and removes related records of an incident by %s, or not',
    async (link) => {
      const { kind } = links[link];
      const [incident, record] = [await anIncident(w), await aRecordOf(kind, w)];
      const of = { from: 'incident', incidentNumber: incident.number } as const;
      const relate = { ...of, link, number: record.number };
      const sees = await mayReadTask(db(), holder, incident.id);
      const works = reaches.some((reach) => reach.kind === 'incident' && reach.work.includes(role));
      const answerWhere = (known: boolean): Answer => (works ? 'yes' : known ? 'refused' : 'hidden');
      const both = answerWhere(sees && (await mayReadTask(db(), holder, record.id)));
      const other = await anIncident(w);
      const variant = kind === 'problem' ? 'problem' : 'normal_change';
      const make = () => createFromCaseAction({ ...of, incidentNumber: other.number, variant, values: {} });
      expect(await answerTo(holder, make)).toBe(answerWhere(sees));
      expect(await answerTo(holder, () => associateAction(relate))).toBe(both);
      if (both !== 'yes') await answerTo(w.mia, () => associateAction(relate));
      expect(await answerTo(holder, () => removeAction(relate))).toBe(both);
    },
  );

  it.each(reaches)('ACC-2, ACC-6, ACC-15 · works, reads or does not know a $kind', async (reach) => {
    const { kind, read, write, work, also = [], exports = work } = reach;
    const record = await aRecordOf(kind, w);
    const { number } = record;
    const works = work.includes(role);
    const sees = works || [read, write, ...also].includes(role);
    const worked: Answer = works ? 'yes' : sees ? 'refused' : 'hidden';
    expect(await mayReadTask(db(), holder, record.id)).toBe(sees);
    expect(can(holder, 'export', kind)).toBe(exports.includes(role));
    const assignedToId = await reach.assignee(w);
    const update = async (values: Record<string, string>) =>
      updateTaskAction({ kind, number, version: (await fresh(record)).version, values });
    const attempts: Attempts = {
      edit: () => update({ description: 'Edited' }),
      assign: () => update({ assignedToId }),
      comment: () => addEntryAction({ kind, number, type: 'comment', text: 'Hello' }),
      note: () => addEntryAction({ kind, number, type: 'work_note', text: 'Psst' }),
      watch: () => watchAction({ kind, number, list: 'watch_list', userId: w.adam.id, watching: true }),
      ...(kindsWithUpdates.has(kind) && {
        'retry emails': async () => retryMailsAction({ updateId: await anUpdateWithMails(record.id, ['failed']) }),
      }),
      ...ownVerbs[kind]?.(number),
    };
    expect(await answersTo(holder, attempts)).toEqual(allAnswer(attempts, worked));
  });

  it.each(['incident', 'problem', 'change'] as const)(
    'ACC-2, PRO-1 · generates cases from a %s or not',
    async (kind) => {
      const record = await aRecordOf(kind, w);
      await db().task.update({ where: { id: record.id }, data: { configurationItemId: w.sdwan } });
      const run = { kind, number: record.number, of: 'accounts' } as const;
      const sees = await mayReadTask(db(), holder, record.id);
      const generates = ['admin', 'sn_ind_tsm_core.noc_agent'].includes(role);
      const wanted: Answer = generates ? 'yes' : sees ? 'refused' : 'hidden';
      expect(await answerTo(holder, () => generateCasesAction(run))).toBe(wanted);
      await db().proactiveCase.deleteMany({ where: { sourceId: record.id } });
      expect(await answerTo(holder, () => generateWithMessageAction({ ...run, text: 'We are on it.' }))).toBe(wanted);
    },
  );

  it.each(['incident', 'problem', 'change', 'case'] as const)(
    'ACC-2, NOT-1 · notifies the customers of a %s or not',
    async (kind) => {
      const record = await notifiable(kind);
      await aCaseOfIt(kind, record.id);
      const whom = { kind, number: record.number, text: 'We are on it.' };
      const { runId } = await startRun(w.adam, whom);
      const set = (state: 'running' | 'stopped' | 'waiting') =>
        db().notifyRun.update({ where: { id: runId }, data: { state, confirmedById: null } });
      const asked = messageAttempts(whom, { runId, recipientId: w.cora.id });
      const attempts: Attempts = {
        ...asked,
        stop: async () => (await set('running')) && asked.stop(),
        resume: async () => (await set('stopped')) && asked.resume(),
        confirm: async () => (await set('waiting')) && asked.confirm(),
        retry: async () => {
          await failedMailOf(runId);
          return asked.retry();
        },
      };
      const sees = await mayReadTask(db(), holder, record.id);
      const notifies = writesToCustomers(kind).includes(role);
      const wanted: Answer = notifies ? 'yes' : sees ? 'refused' : 'hidden';
      expect(await answersTo(holder, attempts)).toEqual(allAnswer(attempts, wanted));
    },
  );

  it.each(['incident', 'problem', 'change', 'case'] as const)(
    'ACC-2, NOT-8 · answers the customers of a %s or not',
    async (kind) => {
      const record = await notifiable(kind);
      const theCase = await aCaseOfIt(kind, record.id);
      const answer = { kind, number: record.number, caseNumbers: [theCase.number], text: 'We are on it.' };
      const sees = await mayReadTask(db(), holder, record.id);
      const answers = writesToCustomers(kind).includes(role);
      const expected = answers ? 'yes' : sees ? 'refused' : 'hidden';
      expect(await answerTo(holder, () => answerRepliesAction(answer))).toBe(expected);
    },
  );

  it('CHG-1, REQ-1, ACC-2 · cannot answer another user’s approval', async () => {
    const request = await createRequest(w.ian, { items: [{ catalogItemId: asking, quantity: 1 }] });
    const { id: taskId } = await itemOf(request, 'Laptop');
    const { id } = await db().approval.findFirstOrThrow({ where: { taskId, approverId: board.arno.id } });
    // REL-16: for users who may not see the item, its approval does not exist.
    const known = (await mayReadTask(db(), holder, taskId)) ? 'refused' : 'hidden';
    expect(await answerTo(holder, () => answerApprovalAction({ approvalId: id, answer: 'approved' }))).toBe(known);
    expect(await answerTo(board.arno, () => answerApprovalAction({ approvalId: id, answer: 'approved' }))).toBe('yes');
  });
});

const agent = 'sn_customerservice_agent';
const [yes, no, hidden]: Answer[] = ['yes', 'refused', 'hidden'];
type Cells = readonly [create: Answer | undefined, associate: Answer | undefined, reads: boolean];
const all: Cells = [yes, yes, true];
const none: Cells = [no, hidden, false];

const linked = reaches.filter(({ kind }) => linksTo(kind).length > 0);
const workedBy = (role: Role) =>
  Object.fromEntries(linked.filter(({ work }) => work.includes(role)).map(({ kind }) => [kind, all]));

/** REL-1, REL-16 · Both records of every link: agents with these roles, and the links that they may use. */
const linking: readonly (readonly [readonly Role[], Partial<Record<TaskKind, Cells>>])[] = [
  [[agent], {}],
  [[agent, 'itil'], workedBy('itil')],
  ...linked.map(({ kind, read, link }) => [[agent, read], { [kind]: [no, link === 'read' ? yes : no, true] }] as const),
  ...linked.map(({ kind, write }) => [[agent, write], { [kind]: all }] as const),
  [['sn_customerservice_manager', 'itil'], workedBy('itil')],
];

describe('both records of every link', () => {
  for (const [held, cells] of linking)
    it.each(associableLinkNames)(`ACC-2, REL-16, REL-13 · ${held.join(' and ')} · %s`, async (link) => {
      const { kind } = links[link];
      const [create, associates, isRead] = cells[kind] ?? none;
      const actor = await holderOf(`Linker ${held.join(' ')} ${link}`, held);
      const record = await aRecordOf(kind, w);
      const [bare, free] = [await aCase(w), await aCase(w)];
      const relate = { caseNumber: free.number, link, number: record.number };
      const picked = (await linkableRecords(actor, link, record.number)).map(({ number }) => number);
      expect(picked).toEqual(isRead && associates === yes ? [record.number] : []);
      const cases = (await linkableCases(actor, link, free.number)).map(({ number }) => number);
      expect(cases).toEqual(associates === yes ? [free.number] : []);

      const { number: caseNumber } = bare;
      const made = links[link].creates.slice(0, 1).map(({ variant }) => async () => {
        if (variant !== 'request') return createFromCaseAction({ caseNumber, variant, values: {} });
        return createRequestAction({ caseNumber, items: [{ catalogItemId: offer, quantity: 1 }] });
      });
      // A change that caused something is only associated, never created from the case.
      expect(made).toHaveLength(link === 'causedByChange' ? 0 : 1);
      const created: Answer[] = [];
      for (const make of made) created.push(await answerTo(actor, make));
      const associated = await answerTo(actor, () => associateAction(relate));
      if (associated !== yes) await answerTo(w.mia, () => associateAction(relate));
      const removed = await answerTo(actor, () => removeAction(relate));
      expect([...created, associated, removed]).toEqual([...created.map(() => create), associates, associates]);
    });
});
