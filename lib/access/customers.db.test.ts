import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as attach } from '#app/api/attachments/route.ts';
import { GET as references } from '#app/api/references/route.ts';
import { GET as search } from '#app/api/search/route.ts';
import { answerApprovalAction, askContactAction } from '#lib/approval/actions.ts';
import { undoCascadeAction } from '#lib/cascade/actions.ts';
import { moveCaseAction } from '#lib/case/actions.ts';
import { changeTemplates } from '#lib/change/queries/templates.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { askAgentAction } from '#lib/incident/actions.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseVerb, type CaseVerbName, caseVerbNames, caseVerbs } from '#lib/kinds/case/verbs.ts';
import { attachArticleAction, documentProblemAction } from '#lib/knowledge/actions.ts';
import { listArticles } from '#lib/knowledge/queries.ts';
import { retryMailsAction } from '#lib/ledger/actions.ts';
import {
  addEntryToManyAction,
  assignManyAction,
  undoManyAction,
  updateManyAction,
  watchManyAction,
} from '#lib/list/actions.ts';
import { exportTasks } from '#lib/list/export-tasks.ts';
import { parseListQuery } from '#lib/list/list-query.ts';
import { openMajorCaseAction } from '#lib/major-case/actions.ts';
import { createRecordsAction } from '#lib/new-record/actions.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { generateCasesAction, generateWithMessageAction } from '#lib/proactive/actions.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { LinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { addEntryAction, updateTaskAction, watchAction } from '#lib/record-page/actions.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { associateAction, createFromCaseAction, removeAction } from '#lib/related/actions.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { customerCases } from '#lib/related/queries/customer-cases.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import { variants } from '#lib/related/variant.ts';
import { answerRepliesAction } from '#lib/replies/actions.ts';
import { cancelRequestAction, createRequestAction } from '#lib/request/actions.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { catalogOffers } from '#lib/request/queries/offers.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { type Answer, allAnswer, answersTo, answerTo } from '#lib/testing/answers.ts';
import {
  choiceAttempts,
  mailAttempts,
  majorCaseAttempts,
  messageAttempts,
  orderAttempts,
  portalAttempts,
  visitAttempts,
} from '#lib/testing/attempts.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { aChange, anArticle, anOffer, aProblem, approvalBoard, itemOf } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aWaitingMail } from '#lib/testing/waiting-mail.ts';
import { aCase, anIncident, fresh, holderOf, world } from '#lib/testing/world.ts';
import { addWorkOrderTaskAction, moveWorkOrderTaskAction } from '#lib/work-order/actions.ts';
import { mayOpenList } from './policy.ts';
import { mayReadTask } from './readable.ts';
import { type Role, roleNames, roles } from './roles.ts';

const w = await world();
let offer: string;
let asking: string;
let article: string;

beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'customers-'));
  offer = await anOffer('Mouse');
  asking = await anOffer('Laptop', (await approvalBoard()).id);
  article = await anArticle(w, { readers: 'external' });
});

/** The cases that each external role sees. Written from the specification, not from the product. */
const reach: readonly [Role, 'boxeo' | 'alliant' | 'nobody', readonly string[]][] = [
  ['sn_customerservice.customer', 'boxeo', ['own']],
  ['sn_customerservice.customer_case_manager', 'boxeo', ['own', 'of the account', 'of the child account']],
  ['sn_customerservice.customer_admin', 'boxeo', ['own', 'of the account']],
  ['sn_customerservice.partner', 'alliant', ['own', 'opened for a served account']],
  [
    'sn_customerservice.partner_admin',
    'alliant',
    ['own', 'opened for a served account', 'of the account', 'of a served account'],
  ],
  ['sn_customerservice.consumer', 'nobody', ['own']],
];

const everywhere = [
  'own',
  'of the account',
  'of the child account',
  'of a served account',
  'opened for a served account',
  'of a stranger',
  'of a consumer',
];

/** A user with the role, and a function that creates a case for each kind of owner. */
async function holderAndOwners(role: Role, at: (typeof reach)[number][1]) {
  const actor = await holderOf(`Holder of ${role}`, [role], at === 'nobody' ? undefined : w[at]);
  const colleague =
    at === 'alliant' ? await holderOf(`Colleague ${role}`, ['sn_customerservice.customer'], w.alliant) : w.carl;
  const owners: Record<string, Record<string, string>> = {
    own: at === 'nobody' ? { consumerId: actor.id } : { contactId: actor.id },
    'of the account': { contactId: colleague.id },
    'of the child account': { contactId: w.lea.id },
    'of a served account': { contactId: w.cora.id },
    'opened for a served account': { contactId: w.cora.id },
    'of a stranger': { contactId: w.fiona.id },
    'of a consumer': { consumerId: w.jane.id },
  };
  const caseOf = async (whose: string): Promise<Case> => {
    const theCase = await aCase(w, owners[whose]);
    if (!whose.startsWith('opened')) return theCase;
    await db().task.update({ where: { id: theCase.id }, data: { openedById: actor.id } });
    return fresh(theCase);
  };
  return { actor, caseOf };
}

/** What customers do with cases that they reach, what they may never do, and staff-only actions. */
function attemptsAt({ number, version, kind }: Case, actor: Person, linked: Record<string, TaskRecord>) {
  const upload = `http://localhost:3000/api/attachments?${new URLSearchParams({ kind, number, name: 'a.txt' })}`;
  const body = { method: 'POST', body: 'Hello', headers: { 'content-type': 'text/plain' } };
  const watching = (list: 'watch_list' | 'work_notes_list', userId: string) => () =>
    watchAction({ kind, number, list, userId, watching: true });
  const relations = Object.entries(linked).map(
    ([link, record]) => ({ caseNumber: number, link: link as LinkName, number: record.number }) as const,
  );
  return {
    granted: {
      comment: () => addEntryAction({ kind, number, type: 'comment', text: 'Hello' }),
      attach: async () => (await attach(new Request(upload, body))).json(),
      'watch oneself': watching('watch_list', actor.id),
      'watch a selection': () => watchManyAction({ kind, records: [{ number }], list: 'watch_list', watching: false }),
    },
    kept: {
      'work note': () => addEntryAction({ kind, number, type: 'work_note', text: 'Psst' }),
      'watch another': watching('watch_list', w.ava.id),
    },
    absent: {
      edit: () => updateTaskAction({ kind, number, version, values: { priority: 1 } }),
      'comment with an edit': () => updateTaskAction({ kind, number, version, values: {}, comment: 'Hello' }),
      assign: () => assignManyAction({ kind, records: [{ number, version }], to: { groupId: w.desk } }),
      take: () => assignManyAction({ kind, records: [{ number, version }], to: 'me' }),
      'edit a selection': () =>
        updateManyAction({ kind, records: [{ number, version }], to: { values: { priority: 1 } } }),
      'note on a selection': () =>
        addEntryToManyAction({ kind, records: [{ number }], type: 'work_note', text: 'Psst' }),
      'undo an assignment': () => undoManyAction({ kind, what: 'assignment', records: [{ number, version }] }),
      order: () => createRequestAction({ caseNumber: number, items: [{ catalogItemId: offer, quantity: 1 }] }),
      ...majorCaseAttempts({
        propose: number,
        approve: number,
        reject: number,
        remove: number,
        add: number,
        major: number,
      }),
      'attach an article': () => attachArticleAction({ kind: 'case', number, article, attached: true }),
      ...Object.fromEntries(
        variants.map((variant) => [
          `create ${variant}`,
          () => createFromCaseAction({ caseNumber: number, variant, values: {} }),
        ]),
      ),
      ...Object.fromEntries(
        relations.flatMap((relation) => [
          [`associate ${relation.link}`, () => associateAction(relation)],
          [`remove ${relation.link}`, () => removeAction(relation)],
        ]),
      ),
      'open a candidate': () =>
        openMajorCaseAction({ as: 'candidate', values: { shortDescription: 'a', businessImpact: 'b' } }),
      create: () =>
        createRecordsAction({ kind: 'case', values: { shortDescription: 'By the matrix', contactId: w.cora.id } }),
    },
  };
}

/** The customer's buttons, with the state before and after. All other buttons are for agents. */
const ofTheCustomer: readonly [CaseVerbName, from: string, to: string][] = [
  ['close-own', 'open', 'closed'],
  ['accept-solution', 'resolved', 'closed'],
  ['reject-solution', 'resolved', 'open'],
];
const ofTheAgent = caseVerbNames.filter((verb) => !ofTheCustomer.some(([own]) => own === verb));

const nameOfOffer = async (id: string) => (await db().catalogItem.findUniqueOrThrow({ where: { id } })).name;

describe('every external role', () => {
  it('ACC-2 · the table names every external role', () => {
    const external = roleNames.filter((role) => roles[role].audience === 'external');
    expect(reach.map(([role]) => role).sort()).toEqual([...external].sort());
  });

  describe.each(reach)('%s', (role, at, seen) => {
    let actor: Person;
    let caseOf: (whose: string) => Promise<Case>;
    beforeAll(async () => {
      ({ actor, caseOf } = await holderAndOwners(role, at));
    });

    // Boxeo's contacts have no partner and consumers have no account, so those columns would repeat others.
    for (const whose of everywhere.filter((each) => at === 'alliant' || !each.includes('served')))
      it(`ACC-2, ACC-1 · ${seen.includes(whose) ? 'takes part in' : 'does not know'} a case ${whose}`, async () => {
        const linked = {
          incident: await anIncident(w, { callerId: actor.id }),
          problem: await aProblem(w),
          change: await aChange(w),
          causedByChange: await aChange(w),
        };
        const theCase = await caseOf(whose);
        const sees = seen.includes(whose);
        const [granted, kept]: Answer[] = sees ? ['yes', 'refused'] : ['hidden', 'hidden'];
        expect(await mayReadTask(db(), actor, theCase.id)).toBe(sees);

        const attempts = attemptsAt(theCase, actor, linked);
        const before = await fresh(theCase);
        expect(await answersTo(actor, attempts.kept)).toEqual(allAnswer(attempts.kept, kept));
        expect(await answersTo(actor, attempts.absent)).toEqual(allAnswer(attempts.absent, 'hidden'));
        expect(await fresh(before)).toEqual(before);
        expect(await answersTo(actor, attempts.granted)).toEqual(allAnswer(attempts.granted, granted));
        const resolved = await caseOf(whose);
        await db().task.update({ where: { id: resolved.id }, data: { state: 'resolved' } });
        const numbers = { open: theCase.number, resolved: resolved.number, closing: (await caseOf(whose)).number };
        const isInOwnAccount = at !== 'nobody' && ['own', 'of the account'].includes(whose);
        const colleague = at === 'boxeo' ? 'bea.boxeo@example.test' : 'paul.partner@example.test';
        const portal = portalAttempts(numbers, { email: isInOwnAccount ? colleague : null, userId: w.bea.id });
        expect(await answersTo(actor, portal)).toEqual(allAnswer(portal, granted));

        const pressed = async (verb: CaseVerbName, state: string) => {
          const { id, number } = await caseOf(whose);
          await db().task.update({ where: { id }, data: { state } });
          const { asks }: CaseVerb = caseVerbs[verb];
          const words = asks.includes('comment') ? { comment: 'As I said.' } : {};
          const answer = await answerTo(actor, () => moveCaseAction({ number, version: 1, verb, ...words }));
          return [answer, (await db().task.findUniqueOrThrow({ where: { id } })).state];
        };
        for (const verb of ofTheAgent) expect(await pressed(verb, 'open'), verb).toEqual([kept, 'open']);
        for (const [verb, from, to] of ofTheCustomer)
          expect(await pressed(verb, from), verb).toEqual([granted, sees ? to : from]);
      });

    it('ACC-2, POR-6, POR-7 · orders from the catalog, and cannot answer another person’s approval', async () => {
      const theCase = await caseOf('own');
      const items = [{ catalogItemId: asking, quantity: 1 }];
      const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
      const { id: taskId } = await itemOf(request, await nameOfOffer(asking));
      const { id: approvalId } = await db().approval.findFirstOrThrow({ where: { taskId } });
      const attempts = orderAttempts(offer, approvalId);
      expect(await answersTo(actor, attempts)).toEqual({ order: 'yes', approve: 'hidden' });
    });

    it('ACC-2, INC-6 · sees no record except cases, even if their own case links to it and names it', async () => {
      const theCase = await caseOf('own');
      const request = await createRequest(w.mia, {
        caseNumber: theCase.number,
        items: [
          { catalogItemId: offer, quantity: 1 },
          { catalogItemId: asking, quantity: 1 },
        ],
        requestedForId: actor.id,
      });
      const order = await createFromCase(w.mia, { caseNumber: theCase.number, variant: 'work_order', values: {} });
      const orderTask = await db().workOrderTask.findFirstOrThrow({ where: { workOrderId: order.id } });
      const records = {
        incident: await anIncident(w, { callerId: actor.id }),
        problem: await aProblem(w, { workaround: 'Restart it.' }),
        change: await aChange(w, { callerId: actor.id }),
        request,
        requested_item: await itemOf(request, 'Mouse'),
        work_order: order,
        work_order_task: await loadRecord(db(), 'work_order_task', orderTask.id),
      };
      for (const link of ['incident', 'problem', 'change'] as const)
        await associate(w.mia, { caseNumber: theCase.number, link, number: records[link].number });

      for (const record of Object.values(records)) {
        const { kind, number, version } = await fresh(record);
        expect(await mayReadTask(db(), actor, record.id), kind).toBe(false);
        expect(await recordView(actor, kind, number), kind).toBeNull();
        const attempts = {
          comment: () => addEntryAction({ kind, number, type: 'comment', text: 'x' }),
          'work note': () => addEntryAction({ kind, number, type: 'work_note', text: 'x' }),
          edit: () => updateTaskAction({ kind, number, version, values: { description: 'x' } }),
          'watch oneself': () => watchAction({ kind, number, list: 'watch_list', userId: actor.id, watching: true }),
          take: () => assignManyAction({ kind, records: [{ number, version }], to: 'me' }),
        };
        expect(await answersTo(actor, attempts), kind).toEqual(allAnswer(attempts, 'hidden'));
      }
      const { number: problem } = records.problem;
      const words = { title: 'Known error', text: 'Restart it.', readers: 'external' } as const;
      const approval = await db().approval.findFirstOrThrow({ where: { answer: 'requested' } });
      const message = { kind: 'problem', number: problem, text: 'We are on it.' } as const;
      const { runId } = await startRun(w.adam, message);
      const hidden = {
        communicate: () => communicateAction({ number: problem, what: 'workaround' }),
        generate: () => generateCasesAction({ kind: 'problem', number: problem, of: 'accounts' }),
        answer: () => answerRepliesAction({ kind: 'problem', number: problem, caseNumbers: ['CS0001001'], text: 'x' }),
        'generate and write': () => generateWithMessageAction({ ...message, of: 'accounts' }),
        ...messageAttempts(message, { runId, recipientId: actor.id }),
        undo: () => undoCascadeAction({ number: records.incident.number, causeId: runId }),
        'retry emails': async () =>
          retryMailsAction({ updateId: await anUpdateWithMails(records.incident.id, ['failed']) }),
        ask: () => askAgentAction({ number: records.incident.number, question: 'x' }),
        document: () => attachArticleAction({ kind: 'problem', number: problem, article, attached: true }),
        describe: () => documentProblemAction({ problem, ...words }),
        cancel: () => cancelRequestAction({ number: request.number }),
        add: () => addWorkOrderTaskAction({ number: records.work_order.number, shortDescription: 'x' }),
        ...visitAttempts(
          {
            number: records.work_order_task.number,
            other: records.work_order.number,
            startsAt: '2096-01-02T10:00:00Z',
            later: '2096-01-02T15:00:00Z',
          },
          async () => {},
        ),
        ...choiceAttempts('WOT9999999'),
        move: () => moveWorkOrderTaskAction({ number: records.work_order_task.number, version: 1, action: 'unassign' }),
        approve: () => answerApprovalAction({ approvalId: approval.id, answer: 'approved' }),
        'ask a contact': () => askContactAction({ number: records.change.number, email: 'cora.customer@example.test' }),
      };
      expect(await answersTo(actor, hidden)).toEqual(allAnswer(hidden, 'hidden'));
    });

    it('ACC-2, POR-3 · gets nothing from the workspace, not even about their own case', async () => {
      const theCase = await caseOf('own');
      const incident = await anIncident(w);
      await associate(w.mia, { caseNumber: theCase.number, link: 'incident', number: incident.number });
      const { number } = theCase;
      signedIn.actor = actor;
      const ask = (address: string) => new Request(`http://localhost:3000${address}`);
      expect((await search(ask(`/api/search?q=${number}`))).status).toBe(404);
      for (const kind of ['account', 'contact', 'consumer', 'person', 'user', 'group', 'product', 'problem', 'article'])
        expect((await references(ask(`/api/references?kind=${kind}&q=a`))).status, kind).toBe(404);
      const mail = await aWaitingMail(theCase.id);
      const ids = { file: mail, open: mail, discard: mail, move: mail, return: mail };
      const review = mailAttempts(ids, { number, to: number, customer: { contactId: w.cora.id } });
      expect(await answersTo(actor, review)).toEqual(allAnswer(review, 'hidden'));
      expect(await recordView(actor, 'case', number)).toBeNull();
      expect(await timelineOf(actor, { kind: 'case', number, filter: 'all', cursor: null })).toBeNull();
      expect(
        await customerCases(actor, await readSettings(db()), { link: 'incident', recordId: incident.id, after: null }),
      ).toBeNull();
      expect(taskKindNames.filter((kind) => mayOpenList(actor, kind))).toEqual([]);
      expect(await linkableRecords(actor, 'incident', incident.number)).toEqual([]);
      expect(await linkableCases(actor, 'incident', number)).toEqual([]);
      expect([await catalogOffers(actor, ''), await changeTemplates(actor, '')]).toEqual([[], []]);
      expect((await listArticles(actor, {})).articles).toEqual([]);
      for (const kind of taskKindNames)
        await expect(exportTasks(actor, { query: parseListQuery(kind, {}), numbers: [] })).rejects.toThrow('ACC-6');
    });
  });
});

describe('roles of the other sort of customer', () => {
  it('ACC-6 · a role of contacts gives a consumer nothing, nor that of consumers a contact', async () => {
    const contact = await holderOf('Contact', ['sn_customerservice.consumer'], w.boxeo);
    const consumer = await holderOf('Consumer', ['sn_customerservice.partner_admin']);
    const cases = [await aCase(w, { contactId: contact.id }), await aCase(w, { consumerId: consumer.id })];
    for (const actor of [contact, consumer])
      for (const { id } of cases) expect(await mayReadTask(db(), actor, id)).toBe(false);
  });

  it('ACC-6 · a customer without a role reads nothing, not even their own case', async () => {
    const { id } = await db().user.create({ data: { name: 'Without', kind: 'consumer', audience: 'external' } });
    await db().consumer.create({ data: { id } });
    const without: Actor = { id, kind: 'consumer', name: 'Without', roles: new Set(), timeZone: 'UTC' };
    const { number, kind, id: caseId } = await aCase(w, { consumerId: id });
    expect(await mayReadTask(db(), without, caseId)).toBe(false);
    const comment = () => addEntryAction({ kind, number, type: 'comment', text: 'Hello' });
    expect(await answerTo(without, comment)).toBe('hidden');
  });
});
