import { z } from 'zod';
import { mayNotifyCustomers, maySeeAffectedCount } from '#lib/access/policy.ts';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { AnswerApproval } from '#lib/approval/schema.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { MoveCase } from '#lib/case/schema.ts';
import { notifySources } from '#lib/customer-messages/source.ts';
import { type ChildUpdates, noChildren, previewChildUpdates, shownOf } from '#lib/engine/child-updates.ts';
import { dryRun } from '#lib/engine/command.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { childUpdatesMessage } from '#lib/engine/rules/children-message.ts';
import { type CaseVerb, type CaseVerbName, caseVerbs } from '#lib/kinds/case/verbs.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { casesToGenerate } from '#lib/proactive/queries/cases-to-generate.ts';
import { pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import { AddEntry, FieldValues, UpdateTask } from '#lib/record/schema.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { RelateCase } from '#lib/related/schema.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';
import { cancelRequest } from '#lib/request/commands/cancel-request.ts';
import { CancelRequest } from '#lib/request/schema.ts';
import { updatedByCommand, type WouldUpdate } from '#lib/sync/preview.ts';
import type { Values } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { doingAffectsMessage } from './rules/doing-affects-message.ts';
import { childrenLeftOpenMessage, leftOpenMessage, unansweredMessage } from './rules/left-open-message.ts';

/** What the user is about to do, for a preview of its effects. */
export const PlannedAction = z.discriminatedUnion('what', [
  UpdateTask.extend({ what: z.literal('save') }),
  MoveCase.pick({ number: true, verb: true, comment: true, workNote: true }).extend({
    what: z.literal('move'),
    values: FieldValues.optional(),
  }),
  AddEntry.pick({ kind: true, number: true, type: true, text: true }).extend({ what: z.literal('entry') }),
  AnswerApproval.pick({ approvalId: true, answer: true }).extend({ what: z.literal('answer') }),
  CancelRequest.extend({ what: z.literal('cancel') }),
  RelateCase.extend({ what: z.literal('associate') }),
  RelateCase.extend({ what: z.literal('remove') }),
]);
export type PlannedAction = z.input<typeof PlannedAction>;

const NOT_ENTERED = 'Not entered yet.';

/** Placeholders for the required texts of a case button that the user has not filled in yet. */
function placeholdersOf(verb: CaseVerbName) {
  const { asks }: CaseVerb = caseVerbs[verb];
  const code: Values = asks.includes('resolutionCode') ? { resolutionCode: 'duplicate' } : {};
  return {
    values: asks.includes('resolutionNotes') ? { ...code, resolutionNotes: NOT_ENTERED } : code,
    ...(asks.includes('comment') ? { comment: NOT_ENTERED } : {}),
    ...(asks.includes('workNote') ? { workNote: NOT_ENTERED } : {}),
  };
}

/** A move of a case with placeholders for missing texts. */
function withUnsaid({ values, ...considered }: z.output<typeof PlannedAction> & { what: 'move' }) {
  const { values: unsaid, ...words } = placeholdersOf(considered.verb);
  return { ...words, ...considered, values: { ...unsaid, ...values } };
}

/** The planned command, with placeholders for missing texts. */
export function runPlanned(actor: Actor, considered: z.output<typeof PlannedAction>): Promise<unknown> {
  switch (considered.what) {
    case 'save':
      return updateTask(actor, considered);
    case 'move':
      return moveCase(actor, { ...withUnsaid(considered), confirmed: true });
    case 'entry':
      return addEntry(actor, considered);
    case 'answer':
      return answerApproval(actor, { ...considered, reason: NOT_ENTERED });
    case 'cancel':
      return cancelRequest(actor, considered);
    case 'associate':
      return associate(actor, considered);
    case 'remove':
      return remove(actor, considered);
  }
}

/** The kind of the affected record, which exists. */
export async function kindOf(considered: z.output<typeof PlannedAction>): Promise<TaskKind> {
  if (considered.what === 'save' || considered.what === 'entry') return considered.kind;
  if (considered.what === 'cancel') return 'request';
  if (considered.what !== 'answer') return 'case';
  const { task } = await db().approval.findUniqueOrThrow({
    where: { id: considered.approvalId },
    select: { task: { select: { kind: true } } },
  });
  return task.kind;
}

/** Access refusals are thrown on; other refusals mean an incomplete action, which updates nothing. */
export const isAccessRefusal = (refusal: Refusal) => refusal.rule === 'REL-16' || refusal.rule.startsWith('ACC-');

const nothing: WouldUpdate = { count: 0, resolved: 0, stayOpen: 0, notified: 0, ended: null };

type Updates = { cases: WouldUpdate; children: ChildUpdates };

async function updatesOf(context: CommandContext): Promise<Updates> {
  return { cases: await updatedByCommand(context), children: await previewChildUpdates(context) };
}

async function updatesAhead(actor: Actor, considered: z.output<typeof PlannedAction>): Promise<Updates> {
  const none = { cases: nothing, children: noChildren };
  try {
    const updates = await dryRun(() => runPlanned(actor, considered), updatesOf);
    return maySeeAffectedCount(actor, await kindOf(considered)) ? updates : none;
  } catch (error) {
    if (error instanceof Refusal && !isAccessRefusal(error)) return none;
    throw error;
  }
}

/**
 * SYNC-3 · How many cases the planned action would update and resolve, and what it leaves open. Runs the command itself and
 * rolls it back. Zero for users who may act but may not see the numbers.
 */
export const wouldUpdate = async (actor: Actor, considered: z.output<typeof PlannedAction>): Promise<WouldUpdate> =>
  (await updatesAhead(actor, considered)).cases;

/** PRO-6 · How many proactive cases the action would generate; none if a rule refuses it. */
async function wouldGenerate(actor: Actor, considered: z.output<typeof PlannedAction>): Promise<number> {
  if ((await kindOf(considered)) !== 'change' || !maySeeAffectedCount(actor, 'change')) return 0;
  try {
    return await dryRun(() => runPlanned(actor, considered), casesToGenerate);
  } catch (error) {
    if (error instanceof Refusal) return 0;
    throw error;
  }
}

const generatedMessage = (count: number) =>
  count === 0 ? '' : `Generates ${count === 1 ? '1 proactive case' : `${count.toLocaleString('en')} proactive cases`}.`;

const subjects = { save: 'Saving', entry: 'Posting', answer: 'Your answer', cancel: 'Cancelling' } as const;

/** The preview as a sentence; the figures that a save confirms (SYNC-MAJ-1); a link to waiting replies, if permitted. */
export type ImpactMessage = { message: string; shown?: Shown; replies: string | null };

/** NOT-8 · How many customers of a record wait for an answer, including cases that the actor cannot see. */
async function unansweredOf({ id, kind }: { id: string; kind: TaskKind }): Promise<number> {
  const source = notifySources.find((each) => each === kind);
  return source ? (await replyCounts(system, { id, kind: source })).unanswered : 0;
}

/** SYNC-3 · A case updates child cases, which have a separate message. */
function affectsMessage(considered: z.output<typeof PlannedAction>, updated: Omit<WouldUpdate, 'ended'>): string {
  const { what } = considered;
  if (what === 'move' || what === 'associate' || what === 'remove') return '';
  if ((what === 'save' || what === 'entry') && considered.kind === 'case') return '';
  return doingAffectsMessage(subjects[what], updated);
}

/** SYNC-3, NOT-8 · The preview in words; empty if no case is updated and nothing is left open. */
export async function wouldUpdateMessage(
  actor: Actor,
  considered: z.output<typeof PlannedAction>,
): Promise<ImpactMessage> {
  const { cases, children } = await updatesAhead(actor, considered);
  const { ended, ...updated } = cases;
  const unanswered = ended ? await unansweredOf(ended) : 0;
  const parts = [
    affectsMessage(considered, updated),
    childUpdatesMessage(children),
    childrenLeftOpenMessage(children.leftOpen),
    ended ? leftOpenMessage(ended) : '',
    unansweredMessage(unanswered),
    generatedMessage(await wouldGenerate(actor, considered)),
  ];
  const opens = unanswered > 0 && considered.what === 'save' && mayNotifyCustomers(actor, considered).ok;
  return {
    message: parts.filter((part) => part !== '').join(' '),
    ...(children.updated + children.released > 0 ? { shown: shownOf(children) } : {}),
    replies: opens ? `${pathOfNumber(considered.number)}?tab=replies` : null,
  };
}
