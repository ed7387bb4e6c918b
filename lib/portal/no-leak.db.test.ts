import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { bus } from '#lib/live/bus.ts';
import { openStream } from '#lib/live/stream.ts';
import { composeMail } from '#lib/mail-out/compose.ts';
import { headersOf } from '#lib/mail-out/envelope.ts';
import { contentOf, type MailRow, mailRow, mailRowJoins } from '#lib/mail-out/mail-row.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { startSession } from '#lib/session/sessions.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { aCaseOf, aChange, anArticle, anOffer, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, change, fresh, holderOf, makeMajor, type World, world } from '#lib/testing/world.ts';
import { languages } from '#lib/words/languages.ts';
import { portalProducts } from './products.ts';
import { knownIssues } from './queries/known-issues.ts';
import { countPortalApprovals, portalApprovals } from './queries/portal-approvals.ts';
import { portalApprovers } from './queries/portal-approvers.ts';
import { portalArticle } from './queries/portal-article.ts';
import { portalCase } from './queries/portal-case.ts';
import { countActionNeeded, portalCases, portalLists } from './queries/portal-cases.ts';
import { portalCatalog } from './queries/portal-catalog.ts';
import { portalConversation } from './queries/portal-conversation.ts';
import { portalOrder, portalOrders, portalOrdersOf, portalVisitsToChoose } from './queries/portal-orders.ts';
import { portalRelated, portalRequestsOf } from './queries/portal-related.ts';
import { visitsOf } from './queries/portal-visits.ts';
import { portalWindows } from './queries/portal-windows.ts';

/** Occurs in every text that no customer may read; texts for customers contain the other word. */
const INTERNAL = 'Zebra';
const SHOWN = 'Giraffe';

let w: World;
let theCase: Case;
let article: string;
let order: { id: string; number: string };
let visit = '';
/** The ids and numbers of records that do not exist for customers. */
let hidden: string[];
let heard = '';
const leaving = new AbortController();

const zebra = (what: string) => `${INTERNAL} ${what}`;

beforeAll(async () => {
  const listening = new Promise((resolve) => bus().once('resync', () => resolve(null)));
  w = await world();
  await listening;
  const session = (await actorOfSession(await transaction((tx) => startSession(tx, w.cora.id)))) as SignedIn;
  const stream = openStream(session, leaving.signal).pipeThrough(new TextDecoderStream());
  void (async () => {
    for await (const chunk of stream) heard += chunk;
  })();
  await live();
});
afterAll(async () => {
  leaving.abort();
  await bus().stop();
});

/** A case of Cora in which every internal text contains the word, with updates from all its records. */
async function live() {
  const { id: group } = await db().group.create({ data: { name: zebra('desk') } });
  const worker = await holderOf(zebra('worker'), ['sn_customerservice_agent', 'itil']);
  await db().groupMember.create({ data: { groupId: group, userId: worker.id } });
  const problem = await aProblem(w, {
    shortDescription: `${SHOWN} problem`,
    description: zebra('description'),
    workaround: zebra('workaround'),
    causeNotes: zebra('cause'),
    assignmentGroupId: group,
  });
  const fix = await aChange(w, {
    shortDescription: `${SHOWN} change`,
    implementationPlan: zebra('plan'),
    justification: zebra('justification'),
  });
  const incident = await anIncident(w, { shortDescription: zebra('incident'), description: zebra('outage') });
  theCase = await aCaseOf(w, 'problem', problem, { shortDescription: `${SHOWN} line` });
  const other = await aCaseOf(w, 'problem', problem, { contactId: w.fiona.id, shortDescription: zebra('of Funco') });
  const major = await aCase(w, { shortDescription: zebra('major'), contactId: w.fiona.id });
  for (const [link, { number }] of [
    ['incident', incident],
    ['change', fix],
  ] as const)
    await associate(w.mia, { caseNumber: theCase.number, link, number });
  const items = [{ catalogItemId: await anOffer(`${SHOWN} mouse`), quantity: 2 }];
  await createRequest(w.mia, { caseNumber: theCase.number, items, specialInstructions: zebra('instructions') });
  const board = { approvalGroupId: group, fulfilmentGroupId: group };
  await db().catalogItem.update({ where: { id: items[0]?.catalogItemId ?? '' }, data: board });
  article = await anArticle(w, { title: `${SHOWN} answer`, readers: 'external' });
  await anArticle(w, { title: `${SHOWN} ${zebra('answer')}` });
  for (const [taskId, name] of [
    [theCase.id, `${SHOWN}.txt`],
    [incident.id, zebra('log.txt')],
    [problem.id, zebra('dump.txt')],
  ] as const)
    await db().attachment.create({
      data: {
        taskId,
        name,
        contentType: 'text/plain',
        size: 1,
        sha256: 'a',
        uploadedById: worker.id,
        createdAt: new Date(),
      },
    });
  const words = { shortDescription: `${SHOWN} visit`, description: zebra('way in') };
  order = await createFromCase(w.adam, { caseNumber: theCase.number, variant: 'work_order', values: words });
  const { id: visitId } = await db().workOrderTask.findFirstOrThrow({ where: { workOrderId: order.id } });
  const task = { state: 'pending_dispatch', assignmentGroupId: group, correlationId: zebra('task') };
  visit = (await db().task.update({ where: { id: visitId }, data: task })).number;
  await addEntry(w.adam, {
    kind: 'work_order',
    number: order.number,
    type: 'work_note',
    text: zebra('note of the order'),
  });
  await db().task.update({
    where: { id: order.id },
    data: { assignmentGroupId: group, correlationId: zebra('order') },
  });
  await change(w.mia, await fresh(theCase), { assignmentGroupId: group, assignedToId: worker.id });
  const internal = { businessImpact: zebra('impact'), probableCause: zebra('guess'), cause: zebra('reason') };
  const kept = {
    ...internal,
    codeConfirmation: zebra('code'),
    doNotResolve: true,
    doNotResolveReason: zebra('hold'),
  };
  await db().case.update({ where: { id: theCase.id }, data: kept });
  await makeMajor(major, theCase);
  await db().task.update({ where: { id: theCase.id }, data: { correlationId: zebra('correlation') } });
  const say = (kind: 'case' | 'incident', number: string, type: 'comment' | 'work_note', text: string) =>
    addEntry(worker, { kind, number, type, text });
  await say('case', theCase.number, 'work_note', zebra('note'));
  await say('incident', incident.number, 'work_note', zebra('note of the incident'));
  await say('incident', incident.number, 'comment', zebra('comment of the incident'));
  await say('case', theCase.number, 'comment', `${SHOWN} comment`);
  await change(w.ian, await fresh(incident), { state: 'on_hold', holdReason: 'awaiting_vendor' });
  const values = {
    resolutionCode: 'duplicate',
    resolutionNotes: zebra('solution'),
    addResolutionNotesToComments: false,
  };
  await moveCase(worker, { number: theCase.number, verb: 'propose-solution', values });
  hidden = [incident, other, major].flatMap(({ id, number }) => [id, number]);
}

/** All queries of the portal's pages, pop-up and search. */
const reads: Readonly<Record<string, (who: World['cora']) => Promise<unknown>>> = {
  'known-issues': async (who) => [
    await knownIssues(who, `${SHOWN} line answer`),
    await knownIssues(who, zebra('answer')),
  ],
  'portal-approvals': async (who) => [await portalApprovals(who), await countPortalApprovals(who)],
  'portal-approvers': () => portalApprovers(theCase.number),
  'portal-article': () => portalArticle(article),
  'portal-case': (who) => portalCase(who, theCase.number),
  'portal-cases': async (who) => {
    const lists = [...portalLists, 'ordered'] as const;
    const searched = await Promise.all([SHOWN, INTERNAL].map((words) => portalCases(who, { words })));
    return [await Promise.all(lists.map((list) => portalCases(who, { list }))), searched, await countActionNeeded(who)];
  },
  'portal-catalog': (who) => portalCatalog(who),
  'portal-conversation': (who) => portalConversation(who, theCase.number),
  'portal-orders': async (who) => [
    await portalOrders(who),
    await portalOrder(who, order.number),
    await portalOrdersOf(who, theCase.number),
    await portalVisitsToChoose(who),
  ],
  'portal-related': async (who) => [
    await portalRelated(who, theCase.number),
    [...(await portalRequestsOf(who, [theCase.number]))],
  ],
  'portal-visits': async () => [...(await visitsOf([order.id], await readSettings(db())))],
  'portal-windows': (who) => portalWindows(who, { number: visit, from: null }),
};

describe('a case whose inside is full of words that no customer may read', () => {
  it('POR-3 · every query of the portal is read here', () => {
    const there = readdirSync('lib/portal/queries').map((file) => file.replace('.ts', ''));
    expect(Object.keys(reads).sort()).toEqual(there.sort());
  });

  it.each(['cora', 'bea'] as const)('POR-3, POR-12, REC-1, INC-6 · %s contains none of them', async (who) => {
    let read = JSON.stringify(await portalProducts(db(), w[who]));
    for (const [name, ask] of Object.entries(reads)) {
      const answer = JSON.stringify(await ask(w[who]));
      expect([name, [INTERNAL, ...hidden].filter((word) => answer.includes(word))]).toEqual([name, []]);
      read += answer;
    }
    for (const shown of ['line', 'comment', 'problem', 'change', 'mouse', 'answer', 'visit'])
      expect(read).toContain(`${SHOWN} ${shown}`);
  });

  it('POR-3, POR-20 · nor does the stream of her open page', async () => {
    await expect.poll(() => heard).toContain(theCase.id);
    expect([INTERNAL, ...hidden].filter((word) => heard.includes(word))).toEqual([]);
  });

  it.each(languages)('POR-3, MAIL-10 · no email (%s) to her contains it either', async (language) => {
    const settings = await readSettings(db());
    const rows = await db().$queryRaw<MailRow[]>`
      select ${mailRow} from mails m ${mailRowJoins} where m.recipient_id = ${w.cora.id}::uuid`;
    const mails = await Promise.all(
      rows.map(async (row) => ({
        ...(await composeMail({ ...contentOf(row, settings), language })),
        ...headersOf(row),
      })),
    );
    const sent = JSON.stringify(mails);
    expect(sent).toContain(`${SHOWN} comment`);
    expect([INTERNAL, ...hidden].filter((word) => sent.includes(word))).toEqual([]);
  });
});
