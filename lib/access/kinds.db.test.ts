import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerApprovalAction } from '#lib/approval/actions.ts';
import { attachArticleAction, documentProblemAction } from '#lib/knowledge/actions.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type Answer, callAction } from '#lib/platform/testing/answers.ts';
import { anOffer, approvalBoard, type Board, itemOf } from '#lib/platform/testing/itsm.ts';
import { aRecordOf } from '#lib/platform/testing/kinds.ts';
import { aCase, fresh, holderOf, type World, world } from '#lib/platform/testing/world.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import { associateAction, createFromCaseAction, removeAction } from '#lib/related/actions.ts';
import { type LinkName, linkNames, links } from '#lib/related/link.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import { cancelRequestAction, createRequestAction } from '#lib/request/actions.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { addEntryAction, updateTaskAction, watchAction } from '#lib/task/actions.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { can } from './policy.ts';
import { mayReadTask } from './readable.ts';
import { type Role, roleNames, roles } from './roles.ts';

const signedIn = vi.hoisted((): { actor: unknown } => ({ actor: null }));
vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock('next/cache', () => ({ refresh: () => {} }));
vi.mock('#lib/session/current-actor.ts', () => ({
  requireActor: async () => signedIn.actor,
  currentActor: async () => signedIn.actor,
}));

type Person = Actor & { id: string };

let w: World;
let board: Board;
let offer: string;
let asking: string;
let article: string;

beforeAll(async () => {
  w = await world();
  board = await approvalBoard();
  offer = await anOffer('Mouse');
  asking = await anOffer('Laptop', board.id);
  const text = { title: 'Memory', text: 'Restart it.', readers: 'internal', published: true } as const;
  article = await writeArticle(w.ian, text);
});

const answerTo = (actor: Actor, attempt: () => Promise<unknown>): Promise<Answer> => {
  signedIn.actor = actor;
  return callAction(attempt);
};

const kinds = ['problem', 'change', 'request', 'requested_item'] as const;
/** The role that reads each kind; `itil` works all of them, as admin does. */
const reads: Readonly<Record<(typeof kinds)[number], readonly Role[]>> = {
  problem: ['sn_problem_read', 'sn_problem_write'],
  change: ['sn_change_read', 'sn_change_write'],
  request: ['sn_request_read', 'sn_request_write'],
  requested_item: ['sn_request_read', 'sn_request_write'],
};
const works: readonly Role[] = ['admin', 'itil', 'sn_ind_tsm_core.noc_agent'];
const internal = roleNames.filter((role) => roles[role].audience === 'internal');

describe.each(internal)('%s', (role) => {
  let holder: Person;
  beforeAll(async () => {
    holder = await holderOf(`${role} alone`, [role]);
  });

  it.each(kinds)('ACC-2, ACC-6 · works, reads or does not know a %s', async (kind) => {
    const record = await aRecordOf(kind, w);
    const { number } = record;
    const sees = works.includes(role) || reads[kind].includes(role);
    const worked: Answer = works.includes(role) ? 'yes' : sees ? 'refused' : 'hidden';
    expect(await mayReadTask(db(), holder, record.id)).toBe(sees);
    expect(can(holder, 'export', kind)).toBe(works.includes(role));
    const update = async (values: Record<string, string>) =>
      updateTaskAction({ kind, number, version: (await fresh(record)).version, values });
    const attempts: Record<string, () => Promise<unknown>> = {
      edit: () => update({ description: 'Edited' }),
      assign: () => update({ assignedToId: w.ian.id }),
      comment: () => addEntryAction({ kind, number, type: 'comment', text: 'Hello' }),
      note: () => addEntryAction({ kind, number, type: 'work_note', text: 'Psst' }),
      watch: () => watchAction({ kind, number, list: 'watch_list', userId: w.adam.id, watching: true }),
    };
    if (kind === 'problem') {
      attempts.communicate = () => communicateAction({ number, what: 'workaround' });
      attempts.document = () => attachArticleAction({ kind: 'problem', number, article, attached: true });
      const words = { title: 'Known error', text: 'Restart it.', readers: 'internal' } as const;
      attempts.describe = () => documentProblemAction({ problem: number, ...words });
    }
    if (kind === 'request') attempts.cancel = () => cancelRequestAction({ number });
    const answers: Record<string, Answer> = {};
    for (const [name, attempt] of Object.entries(attempts)) answers[name] = await answerTo(holder, attempt);
    expect(answers).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, worked])));
  });

  it('CHG-1, REQ-1, ACC-2 · answers no approval that asks somebody else', async () => {
    const request = await createRequest(w.ian, { items: [{ catalogItemId: asking, quantity: 1 }] });
    const { id: taskId } = await itemOf(request, 'Laptop');
    const { id } = await db().approval.findFirstOrThrow({ where: { taskId, approverId: board.arno.id } });
    // REL-16: to who may not see the item its approval is not there.
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

/** Both records of every link: an agent with these roles, and which links are open to whom. REL-1, REL-16. */
const linking: readonly [readonly Role[], Partial<Record<TaskKind, Cells>>][] = [
  [[agent], {}],
  [[agent, 'itil'], { incident: all, problem: all, change: all, request: all }],
  [[agent, 'sn_incident_read'], { incident: [no, yes, true] }],
  [[agent, 'sn_problem_read'], { problem: [no, yes, true] }],
  [[agent, 'sn_change_read'], { change: [no, yes, true] }],
  [[agent, 'sn_request_read'], { request: [no, no, true] }],
  [[agent, 'sn_incident_write'], { incident: all }],
  [[agent, 'sn_problem_write'], { problem: all }],
  [[agent, 'sn_change_write'], { change: all }],
  [[agent, 'sn_request_write'], { request: all }],
  [['sn_customerservice_manager', 'itil'], { incident: all, problem: all, change: all, request: all }],
];

const variantOf: Readonly<Partial<Record<LinkName, 'incident' | 'problem' | 'normal_change'>>> = {
  incident: 'incident',
  problem: 'problem',
  change: 'normal_change',
};

describe('both records of every link', () => {
  for (const [held, cells] of linking)
    it.each(linkNames)(`ACC-2, REL-16, REL-13 · ${held.join(' and ')} · %s`, async (link) => {
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

      const variant = variantOf[link];
      const items = [{ catalogItemId: offer, quantity: 1 }];
      const make = () =>
        variant
          ? createFromCaseAction({ caseNumber: bare.number, variant, values: {} })
          : createRequestAction({ caseNumber: bare.number, items });
      // A change that caused something is associated, never made from the case.
      const created = link === 'causedByChange' ? [] : [await answerTo(actor, make)];
      const associated = await answerTo(actor, () => associateAction(relate));
      if (associated !== yes) await answerTo(w.mia, () => associateAction(relate));
      const removed = await answerTo(actor, () => removeAction(relate));
      expect([...created, associated, removed]).toEqual([...created.map(() => create), associates, associates]);
    });
});
