import { beforeAll, describe, expect, it } from 'vitest';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { type CaseVerbName, caseVerbNames } from '#lib/kinds/case/verbs.ts';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { cancelRequest } from '#lib/request/commands/cancel-request.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anArticle, anOffer, aProblem, approvalBoard, type Board } from '#lib/testing/itsm.ts';
import { aRecordOf } from '#lib/testing/kinds.ts';
import { aCase, anIncident, change, fresh, world } from '#lib/testing/world.ts';

const w = await world();
let board: Board;
let article: string;
beforeAll(async () => {
  board = await approvalBoard();
  article = await anArticle(w);
});

const solved = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };

/** A case in the state in which this button is available. */
async function aCaseFor(verb: CaseVerbName): Promise<string> {
  const { number } = await aCase(w, verb === 'accept' ? { assignedToId: w.ava.id } : {});
  const go = (name: CaseVerbName, more = {}) => moveCase(w.ava, { number, verb: name, ...more });
  if (verb === 'request-info' || verb === 'open') await go('assign-to-me');
  if (verb === 'open') await go('request-info', { comment: 'Which port?' });
  if (/^(accept-|reject-|record-|reopen|just-)/.test(verb)) await go('propose-solution', { values: solved });
  if (verb === 'just-a-comment') await addEntry(w.cora, { kind: 'case', number, type: 'comment', text: 'Thank you.' });
  if (verb === 'reopen') await db().task.update({ where: { number }, data: { contactId: null, accountId: null } });
  return number;
}

const given: Readonly<Partial<Record<CaseVerbName, object>>> = {
  'request-info': { comment: 'Which port?' },
  'propose-solution': { values: solved },
  close: { values: solved },
  'reject-solution': { comment: 'It is still down.' },
  'record-acceptance': { workNote: 'She phoned.' },
  'record-rejection': { workNote: 'She phoned.' },
  reopen: { workNote: 'It fails again.' },
};

type Repeated = readonly [name: string, ready: () => Promise<() => Promise<unknown>>];

const verbs = caseVerbNames.map((verb): Repeated => {
  const by = () =>
    /(-solution|-own)$/.test(verb) && verb !== 'propose-solution' ? w.cora : verb === 'reopen' ? w.mia : w.ava;
  return [
    `${verb} of a case`,
    async () => {
      const number = await aCaseFor(verb);
      return () => moveCase(by(), { number, verb, ...given[verb] });
    },
  ];
});

const edits = taskKindNames.map(
  (kind): Repeated => [
    `saving a ${kind}`,
    async () => {
      const { number } = await aRecordOf(kind, w);
      return () => updateTask(w.adam, { kind, number, version: 1, values: { description: 'The same' } });
    },
  ],
);

const watching = [true, false].map(
  (on): Repeated => [
    `${on ? 'watching' : 'watching no longer'}`,
    async () => {
      const { number } = await anIncident(w);
      return () => watch(w.ian, { kind: 'incident', number, list: 'watch_list', userId: w.ian.id, watching: on });
    },
  ],
);

const articles = (['case', 'problem'] as const).flatMap((kind) =>
  [true, false].map(
    (attached): Repeated => [
      `${attached ? 'attaching' : 'taking off'} an article of a ${kind}`,
      async () => {
        const { number } = await aRecordOf(kind, w);
        return () => attachArticle(w.mia, { kind, number, article, attached });
      },
    ],
  ),
);

const others: readonly Repeated[] = [
  [
    'creating an incident from a case',
    async () => {
      const { number: caseNumber } = await aCase(w);
      return () => createFromCase(w.ava, { caseNumber, variant: 'incident', values: {} });
    },
  ],
  [
    'associating an incident',
    async () => {
      const [{ number: caseNumber }, { number }] = [await aCase(w), await anIncident(w)];
      return () => associate(w.ava, { caseNumber, link: 'incident', number });
    },
  ],
  [
    'removing an incident',
    async () => {
      const incident = await anIncident(w);
      const { number: caseNumber } = await aCaseOf(w, 'incident', incident);
      return () => remove(w.ava, { caseNumber, link: 'incident', number: incident.number });
    },
  ],
  [
    'communicating a workaround',
    async () => {
      const { number } = await aProblem(w, { workaround: 'Restart it.' });
      return () => communicate(w.ian, { number, what: 'workaround' });
    },
  ],
  [
    'cancelling a request',
    async () => {
      const { number } = await createRequest(w.ian, {
        items: [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }],
      });
      return () => cancelRequest(w.ian, { number });
    },
  ],
  [
    'answering an approval',
    async () => {
      const record = await aChange(w);
      await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
      const { id } = await db().approval.findFirstOrThrow({ where: { taskId: record.id, approverId: board.arno.id } });
      return () => answerApproval(board.arno, { approvalId: id, answer: 'approved' });
    },
  ],
];

/** All tables that a command on records writes. */
async function written() {
  const [tasks, entries, changes, mails, causes, attached] = await Promise.all([
    db().task.aggregate({ _sum: { version: true }, _count: true }),
    db().journalEntry.count(),
    db().fieldChange.count(),
    db().mail.count(),
    db().cause.count(),
    db().caseArticle.count(),
  ]);
  return { tasks, entries, changes, mails, causes, attached };
}

describe('repeated actions', () => {
  it.each([...verbs, ...edits, ...watching, ...articles, ...others])(
    'REC-5 · %s: changes nothing, and is at most refused',
    async (_name, ready) => {
      const attempt = await ready();
      await attempt();
      const once = await written();
      const [again] = await Promise.allSettled([attempt()]);
      expect(again?.status === 'rejected' ? again.reason : null).toSatisfy(
        (reason) => reason === null || reason instanceof Refusal,
      );
      expect(await written()).toEqual(once);
    },
  );

  it('SYNC-PRB-5 · an article that is attached again updates no case again', async () => {
    const problem = await aProblem(w);
    const theCase = await aCaseOf(w, 'problem', problem);
    const attach = () => attachArticle(w.ian, { kind: 'problem', number: problem.number, article, attached: true });
    await attach();
    const before = await db().journalEntry.count({ where: { taskId: theCase.id } });
    await attach();
    expect(await db().journalEntry.count({ where: { taskId: theCase.id } })).toBe(before);
    expect((await fresh(problem)).knownError).toBe(true);
  });
});
