import { globSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerApprovalAction, askContactAction } from '#lib/approval/actions.ts';
import { releaseApprover } from '#lib/approval/commands/release-approver.ts';
import { receiveAttachment } from '#lib/attachment/commands/receive-attachment.ts';
import { undoCascadeAction } from '#lib/cascade/actions.ts';
import { moveCaseAction } from '#lib/case/actions.ts';
import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import {
  confirmRunAction,
  resumeRunAction,
  retryFailedAction,
  startRunAction,
  stopRunAction,
} from '#lib/customer-messages/actions.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { undoChange } from '#lib/engine/commands/undo-change.ts';
import { askAgentAction } from '#lib/incident/actions.ts';
import { closeResolved } from '#lib/incident/commands/close-resolved.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { attachArticleAction, documentProblemAction, writeArticleAction } from '#lib/knowledge/actions.ts';
import {
  answerMailAction,
  discardMailAction,
  fileMailAction,
  moveMailAction,
  openCaseFromMailAction,
  returnMailAction,
} from '#lib/mail-in/actions.ts';
import {
  addChildrenAction,
  approveCandidateAction,
  openMajorCaseAction,
  proposeMajorCaseAction,
  rejectCandidateAction,
  removeChildAction,
} from '#lib/major-case/actions.ts';
import { createRecordsAction } from '#lib/new-record/actions.ts';
import { type Actor, type Person, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { generateCasesAction, generateWithMessageAction } from '#lib/proactive/actions.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { communicateAction } from '#lib/problem/actions.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { addEntryAction, updateTaskAction, watchAction } from '#lib/record-page/actions.ts';
import { associateAction, createFromCaseAction, removeAction } from '#lib/related/actions.ts';
import { cancelRequestAction, createRequestAction } from '#lib/request/actions.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { fieldServiceAttempts } from '#lib/testing/field-service.ts';
import { aChange, anArticle, anOffer, answer, aProblem, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { reaches } from '#lib/testing/kinds.ts';
import { listCalls } from '#lib/testing/list-calls.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aWaitingMail } from '#lib/testing/waiting-mail.ts';
import { aCase, aCaseWithIncident, anIncident, anotherCaseOf, change, holderOf, world } from '#lib/testing/world.ts';

const w = await world();
let board: Board;
let reader: Person;
let article: string;
beforeAll(async () => {
  board = await approvalBoard();
  reader = await holderOf('Rea Reader', [
    'sn_customerservice.case_viewer',
    ...new Set(reaches.map(({ read }) => read)),
  ]);
  article = await anArticle(w);
});
beforeEach(() => emptyAuditLog());

async function aClosedCase(): Promise<Case> {
  const theCase = await aCase(w);
  const values = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
  await moveCase(w.ava, { number: theCase.number, verb: 'close', values });
  return theCase;
}

async function aClosedProblem() {
  const problem = await aProblem(w);
  await change(w.ian, problem, { state: 'closed', resolutionCode: 'canceled', cancelledReason: 'It is none.' });
  return problem;
}

/** A request whose item is in progress. */
async function aRequestUnderWay() {
  const request = await createRequest(w.ian, { items: [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }] });
  await change(w.ian, await itemOf(request, 'Mouse'), { state: 'work_in_progress' });
  return request;
}

/** An email about a case that was already discarded. */
async function aDiscardedMail(taskId: string): Promise<string> {
  const id = await aWaitingMail(taskId);
  const data = { outcome: 'discarded', reviewedById: w.ava.id, reviewedAt: new Date() } as const;
  await db().incomingMail.update({ where: { id }, data });
  return id;
}

/** An approval that Arno has already answered. */
async function anAnsweredApproval() {
  const record = await aChange(w);
  await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
  await answer(board.arno, record);
  return db().approval.findFirstOrThrow({ where: { taskId: record.id, approverId: board.arno.id } });
}

/** A message by Noa in this state. */
async function aRun(state: 'running' | 'waiting' | 'stopped') {
  const incident = await anIncident(w);
  await anotherCaseOf(w, incident);
  const whom = { kind: 'incident', number: incident.number } as const;
  const { runId } = await startRun(w.noa, { ...whom, text: 'We are on it.' });
  await db().notifyRun.update({ where: { id: runId }, data: { state } });
  return { runId };
}

const words = { title: 'Known error', text: 'Restart it.', readers: 'internal' } as const;
const nobodys = { shortDescription: '' };

type Attempt = {
  command: string;
  /** An attempt that the rule refuses; `by` is the actor. */
  of: () => Promise<(by: Actor) => Promise<unknown>>;
  /** The refusing rule; null if the command succeeds. */
  rule: string | null;
  /** An actor with the permission, and one who sees the record but lacks it. */
  permitted?: () => Actor;
  without?: () => Person;
  /** The command has no action that would write the audit log. */
  bare?: true;
};

const attempts: readonly Attempt[] = [
  {
    command: 'case/move-case',
    of: async () => {
      const { number, version } = await aClosedCase();
      return () => moveCaseAction({ number, version, verb: 'assign-to-me' });
    },
    rule: 'CASE-5',
  },
  {
    command: 'related/create-from-case',
    of: async () => {
      const { theCase } = await aCaseWithIncident(w);
      return () => createFromCaseAction({ caseNumber: theCase.number, variant: 'incident', values: {} });
    },
    rule: 'REL-4',
  },
  {
    command: 'related/associate',
    of: async () => {
      const { theCase, incident } = await aCaseWithIncident(w);
      return () => associateAction({ caseNumber: theCase.number, link: 'incident', number: incident.number });
    },
    rule: 'REL-4',
  },
  {
    command: 'related/remove',
    of: async () => {
      const [{ number: caseNumber }, { number }] = [await aCase(w), await anIncident(w)];
      return () => removeAction({ caseNumber, link: 'incident', number });
    },
    rule: 'REL-12',
  },
  {
    command: 'request/create-request',
    of: async () => {
      const { number: caseNumber } = await aClosedCase();
      const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
      return () => createRequestAction({ caseNumber, items });
    },
    rule: 'CASE-5',
  },
  {
    command: 'request/cancel-request',
    of: async () => {
      const { number } = await aRequestUnderWay();
      return () => cancelRequestAction({ number });
    },
    rule: 'REQ-2',
  },
  ...fieldServiceAttempts(() => w.adam),
  {
    command: 'engine/update-task',
    of: async () => {
      const incident = await anIncident(w);
      await change(w.ian, incident, { state: 'canceled' });
      const { number } = incident;
      return () => updateTaskAction({ kind: 'incident', number, version: 2, values: { description: 'Late' } });
    },
    rule: 'REC-5',
  },
  ...(['assignment', 'priority', 'state'] as const).map((what) => ({
    command: 'engine/undo-change',
    of: async () => {
      const { number } = await anIncident(w);
      return (by: Actor) => undoChange(by, { what, kind: 'incident', number, version: 1 });
    },
    rule: 'REC-3',
    bare: true as const,
  })),
  {
    command: 'engine/update-task',
    of: async () => {
      const { number } = await aCase(w);
      const values = { ...nobodys, assignedToId: w.mia.id };
      return () => updateTaskAction({ kind: 'case', number, version: 1, values });
    },
    rule: 'REC-5',
    without: () => w.pat,
  },
  {
    command: 'engine/update-task',
    of: async () => {
      const { number } = await aCase(w);
      const values = { ...nobodys, contactId: '', consumerId: w.jane.id };
      return () => updateTaskAction({ kind: 'case', number, version: 1, values });
    },
    rule: 'REC-5',
    without: () => w.pat,
  },
  {
    command: 'engine/create-task',
    of: async () => () => createRecordsAction({ kind: 'incident', values: nobodys }),
    rule: 'REC-5',
  },
  {
    command: 'new-record/create-records',
    of: async () => () => createRecordsAction({ kind: 'case', values: { ...nobodys, consumerId: w.jane.id } }),
    rule: 'REC-5',
    without: () => w.pat,
  },
  {
    command: 'new-record/create-records',
    of: async () => {
      const { number } = await anIncident(w);
      return () => createRecordsAction({ kind: 'case', values: nobodys, related: { link: 'incident', number } });
    },
    rule: 'REC-5',
    without: () => w.pat,
  },
  {
    command: 'new-record/create-records',
    of: async () => () => createRecordsAction({ kind: 'case', values: nobodys, related: { variant: 'problem' } }),
    rule: 'REC-5',
    without: () => w.pat,
  },
  {
    command: 'engine/add-entry',
    of: async () => {
      const { number } = await aClosedCase();
      return () => addEntryAction({ kind: 'case', number, type: 'comment', text: ' ' });
    },
    rule: 'REC-5',
  },
  {
    command: 'engine/watch',
    of: async () => {
      const { number } = await aClosedCase();
      return () => watchAction({ kind: 'case', number, list: 'watch_list', userId: w.mia.id, watching: true });
    },
    rule: 'CASE-5',
  },
  {
    command: 'knowledge/attach-article',
    of: async () => {
      const { number } = await aClosedCase();
      return () => attachArticleAction({ kind: 'case', number, article, attached: true });
    },
    rule: 'CASE-5',
  },
  {
    command: 'knowledge/document-problem',
    of: async () => {
      const { number } = await aClosedProblem();
      return () => documentProblemAction({ problem: number, ...words });
    },
    rule: 'REC-5',
  },
  {
    command: 'knowledge/write-article',
    of: async () => () =>
      writeArticleAction({ ...words, number: article, published: true, seen: '2026-01-01T00:00:00.000Z' }),
    rule: 'REC-3',
  },
  {
    command: 'problem/communicate',
    of: async () => {
      const { number } = await aProblem(w);
      return () => communicateAction({ number, what: 'fix' });
    },
    rule: 'PRB-2',
  },
  {
    command: 'approval/answer-approval',
    of: async () => {
      const { id: approvalId } = await anAnsweredApproval();
      return () => answerApprovalAction({ approvalId, answer: 'approved' });
    },
    rule: 'CHG-1',
    permitted: () => board.arno,
  },
  {
    command: 'approval/ask-contact',
    of: async () => {
      const { number } = await aChange(w);
      return () => askContactAction({ number, email: 'nobody@example.test' });
    },
    rule: 'POR-7',
  },
  {
    command: 'approval/release-approver',
    of: async () => (by) => releaseApprover(by, { number: 'CHG9999999', approverId: board.arno.id }),
    rule: 'REL-16',
    permitted: () => system,
    bare: true,
  },
  ...(['attachment/receive-attachment', 'attachment/add-attachment'] as const).map((command) => ({
    command,
    of: async () => {
      const { number } = await aClosedCase();
      const file = { kind: 'case', number, name: 'a.txt', contentType: 'text/plain', announced: 1 } as const;
      return (by: Actor) => receiveAttachment(by, { ...file, content: null });
    },
    rule: 'CASE-5',
    bare: true as const,
  })),
  ...(['discard-mail', 'file-mail', 'move-mail', 'open-case-from-mail'] as const).map((command) => ({
    command: `mail-in/${command}`,
    of: async () => {
      const { id: taskId, number } = await aCase(w);
      const id = await aDiscardedMail(taskId);
      if (command === 'discard-mail') return () => discardMailAction({ id });
      if (command === 'move-mail') return () => moveMailAction({ id, number });
      return () => (command === 'file-mail' ? fileMailAction({ id, number }) : openCaseFromMailAction({ id }));
    },
    rule: 'MAIL-5',
  })),
  {
    command: 'mail-in/return-mail',
    of: async () => {
      const id = await aWaitingMail((await aCase(w)).id);
      return () => returnMailAction({ id });
    },
    rule: 'MAIL-5',
  },
  {
    command: 'mail-in/answer-mail',
    of: async () => {
      const { id: taskId, number } = await aCase(w);
      await addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Which modem?' });
      const { id } = await db().mail.findFirstOrThrow({ where: { taskId } });
      return () => answerMailAction({ id, text: 'The black one.' });
    },
    rule: 'MAIL-1',
  },
  ...(
    [
      ['case/close-unanswered', closeUnanswered, 'CASE-3'],
      ['case/remind-of-solution', remindOfSolution, 'CASE-3'],
    ] as const
  ).map(([command, run, rule]) => ({
    command,
    of: async () => {
      const { number } = await aCase(w);
      return (by: Actor) => run(by, { number });
    },
    rule,
    permitted: () => system,
    bare: true as const,
  })),
  {
    command: 'incident/ask-agent',
    of: async () => {
      const { number } = await anIncident(w);
      return () => askAgentAction({ number, question: 'Which floor?' });
    },
    rule: 'INC-1',
  },
  {
    command: 'cascade/undo-cascade',
    of: async () => {
      const { number, id } = await anIncident(w);
      const { id: causeId } = await db().cause.findFirstOrThrow({ where: { taskId: id } });
      return () => undoCascadeAction({ number, causeId });
    },
    rule: 'SYNC-7',
  },
  {
    command: 'major-case/propose-major-case',
    of: async () => {
      const { number } = await aClosedCase();
      return () => proposeMajorCaseAction({ number, workNote: 'All call.', businessImpact: 'No sales.' });
    },
    rule: 'MAJ-1',
  },
  ...(['candidate', 'major case'] as const).map((as) => ({
    command: 'major-case/open-major-case',
    of: async () => () => openMajorCaseAction({ as, values: { shortDescription: 'Payments fail' } }),
    rule: 'MAJ-1',
  })),
  ...(['approve-candidate', 'reject-candidate'] as const).map((command) => ({
    command: `major-case/${command}`,
    of: async () => {
      const { number } = await aCase(w);
      if (command === 'approve-candidate') return () => approveCandidateAction({ number });
      return () => rejectCandidateAction({ number, reason: 'One customer only.' });
    },
    rule: 'MAJ-2',
    without: () => w.ava,
  })),
  ...(['add-children', 'remove-child'] as const).map((command) => ({
    command: `major-case/${command}`,
    of: async () => {
      const [{ number }, { number: caseNumber }] = [await aCase(w), await aCase(w)];
      if (command === 'add-children') return () => addChildrenAction({ number, caseNumbers: [caseNumber] });
      return () => removeChildAction({ number, caseNumber });
    },
    rule: 'MAJ-4',
    without: () => w.ava,
  })),
  ...Object.entries(listCalls).map(([command, call]) => ({
    command: `affected-customers/${command}`,
    of: async () => {
      const { number } = await aCase(w);
      return () => call({ number, of: 'accounts' });
    },
    rule: 'MAJ-4',
    without: () => w.ava,
  })),
  {
    command: 'proactive/generate-cases',
    of: async () => {
      const { number } = await anIncident(w);
      return () => generateCasesAction({ kind: 'incident', number, of: 'accounts' });
    },
    rule: 'PRO-1',
  },
  {
    command: 'proactive/generate-with-message',
    of: async () => {
      const { number } = await anIncident(w);
      return () => generateWithMessageAction({ kind: 'incident', number, of: 'accounts', text: 'We are on it.' });
    },
    rule: 'PRO-1',
  },
  {
    // It works like generate-cases for each sort of customers, and accepts refusals of its rules as results.
    command: 'proactive/generate-of-change',
    of: async () => {
      const { number } = await aChange(w);
      return (by) => generateCases(by, { kind: 'change', number, of: 'accounts' });
    },
    rule: 'PRO-1',
    permitted: () => system,
    bare: true,
  },
  {
    command: 'customer-messages/start-run',
    of: async () => {
      const { number } = await anIncident(w);
      return () => startRunAction({ kind: 'incident', number, text: 'We are on it.' });
    },
    rule: 'NOT-2',
  },
  {
    command: 'customer-messages/stop-run',
    of: async () => {
      const run = await aRun('stopped');
      return () => stopRunAction(run);
    },
    rule: 'NOT-3',
  },
  {
    command: 'customer-messages/resume-run',
    of: async () => {
      const run = await aRun('running');
      return () => resumeRunAction(run);
    },
    rule: 'NOT-3',
  },
  {
    command: 'customer-messages/confirm-run',
    of: async () => {
      const run = await aRun('waiting');
      return () => confirmRunAction(run);
    },
    rule: 'NOT-7',
    permitted: () => w.noa,
  },
  {
    command: 'customer-messages/retry-failed',
    of: async () => {
      const run = await aRun('running');
      return () => retryFailedAction(run);
    },
    rule: 'NOT-3',
  },
  // Commands that only the system may run.
  {
    command: 'run/process-runs',
    of: async () => (by) => processRuns(by, messageRuns),
    rule: null,
    permitted: () => system,
    bare: true,
  },
  {
    command: 'incident/close-resolved',
    of: async () => {
      const { number } = await anIncident(w);
      return (by) => closeResolved(by, { number });
    },
    rule: 'INC-5',
    permitted: () => system,
    bare: true,
  },
];

/** The rule that refused the actor; null if the attempt succeeded. */
async function refusedBy(by: Actor, attempt: (by: Actor) => Promise<unknown>): Promise<string | null> {
  signedIn.actor = by;
  try {
    const result = (await attempt(by)) as { ok?: boolean; rule?: string } | undefined;
    return result?.ok === false ? (result.rule ?? '') : null;
  } catch (error) {
    if (error instanceof Refusal) return error.rule;
    throw error;
  }
}

describe('permission is checked before the rule', () => {
  it('ACC-5 · the table below has every command on records', () => {
    const nouns = [
      'approval',
      'attachment',
      'knowledge',
      'mail-in',
      'major-case',
      'new-record',
      'customer-messages',
      'proactive',
      'affected-customers',
      'related',
      'engine',
    ];
    const kinds = taskKindNames.map((kind) => kind.replaceAll('_', '-'));
    const commands = globSync(`lib/{${[...nouns, ...kinds].join()}}/commands/*.ts`, { exclude: ['**/*.test.ts'] });
    expect(commands.length).toBeGreaterThan(10);
    const names = commands.map((file) => file.replace('lib/', '').replace('commands/', '').replace('.ts', ''));
    expect(names.filter((name) => !attempts.some(({ command }) => command === name))).toEqual([]);
  });

  it.each(attempts)(
    'ACC-5 · $command: a user without permission is refused for that, not by $rule, and audited',
    async ({ of, rule, permitted = () => w.adam, without = () => reader, bare = false }) => {
      const attempt = await of();
      expect(await refusedBy(permitted(), attempt)).toBe(rule);
      expect(await refusedBy(without(), attempt)).toBe('ACC-6');
      const audited = await db().auditEntry.count({ where: { actorId: without().id, action: 'action.refused' } });
      expect(audited).toBe(bare ? 0 : 1);
    },
  );

  it('ACC-5, REL-1 · on a major case the missing role is the refusal', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await db().case.update({ where: { id: theCase.id }, data: { majorCaseState: 'accepted' } });
    const again = () => associateAction({ caseNumber: theCase.number, link: 'incident', number: incident.number });
    expect(await refusedBy(w.adam, again)).toBe('REL-4');
    expect(await refusedBy(w.ava, again)).toBe('ACC-6');
  });
});
