import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { readItems } from '#lib/inbox/read-items.ts';
import { documentProblem } from '#lib/knowledge/commands/document-problem.ts';
import { proposeMajorCase } from '#lib/major-case/commands/propose-major-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { kindOfNumber } from '#lib/record/kind.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { relating, type SourceRef } from '#lib/related/source-ref.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { knownErrors } from './articles.ts';
import type { Names } from './names.ts';
import { orderItems } from './open-record.ts';
import { addToMajor, approveMajor, makeChildCases } from './perform-major.ts';
import { bounce, generate, notify } from './perform-outage.ts';
import type { StoryAction } from './story.ts';

const HOUR = 3_600_000;

/** Of two records, the one that owns the link: the case, else the incident. */
function sourceAmong(...numbers: readonly [string, string]): SourceRef {
  for (const kind of ['case', 'incident'] as const) {
    const number = numbers.find((each) => kindOfNumber(each) === kind);
    if (number) return { kind, number };
  }
  throw new Error(`Neither of ${numbers.join(' and ')} has related records.`);
}

/** Performs an action on a story's record with the command that a user would use. */
export async function perform(actor: Actor, key: string, action: StoryAction, names: Names): Promise<void> {
  const number = names.number(key);
  await readBefore(actor, number);
  switch (action.do) {
    case 'move': {
      const { verb, values = {}, comment } = action;
      await moveCase(actor, { number, verb, values, ...(comment ? { comment } : {}) });
      return;
    }
    case 'comment':
      return speak(actor, number, 'comment', action.text);
    case 'note':
      return speak(actor, number, 'work_note', action.text);
    case 'create': {
      const { variant, values = {}, template } = action;
      const from = template ? { templateId: names.id(`template ${template}`) } : {};
      const made = await createFromCase(actor, { caseNumber: number, variant, values, ...from });
      return names.remember(action.as, made.number);
    }
    case 'order':
      return orderItems(actor, { ...action, key: action.as, caseNumber: number }, names);
    case 'associate':
    case 'remove': {
      const other = names.number(action.with);
      const run = action.do === 'associate' ? associate : remove;
      const source = sourceAmong(number, other);
      await run(actor, relating(source, action.link, source.number === number ? other : number));
      return;
    }
    case 'assign':
      return update(actor, number, { values: { assignedToId: names.id(action.to) } });
    case 'group':
      return update(actor, number, { values: { assignmentGroupId: names.id(action.group) } });
    case 'refer': {
      const { id } = await db().task.findUniqueOrThrow({ where: { number: names.number(action.to) } });
      return update(actor, number, { values: { ...action.values, [action.field]: id } });
    }
    case 'ask-approval':
      return update(actor, number, { values: { state: action.state, approvalGroupId: names.id(action.of) } });
    case 'answer':
      return answer(actor, number, action);
    case 'schedule': {
      const plannedStart = new Date(now().getTime() + action.inHours * HOUR);
      const plannedEnd = new Date(plannedStart.getTime() + action.forHours * HOUR);
      const window = { plannedStart: plannedStart.toISOString(), plannedEnd: plannedEnd.toISOString() };
      return update(actor, number, { values: { state: 'scheduled', ...window } });
    }
    case 'communicate':
      await communicate(actor, { number, what: action.what });
      return;
    case 'document':
      await documentProblem(actor, { ...knownErrors[action.article], problem: number, readers: 'internal' });
      return;
    case 'propose-major':
      await proposeMajorCase(actor, { number, workNote: action.workNote, businessImpact: action.businessImpact });
      return;
    case 'approve-major':
      return approveMajor(actor, number, action, names);
    case 'add-children':
      return addToMajor(actor, number, action.children, names);
    case 'child-cases':
      return makeChildCases(actor, number, action, names);
    case 'generate':
      return generate(actor, number, action.for, names);
    case 'notify':
      return notify(actor, number, action.text);
    case 'bounce':
      return bounce(names.id(action.of), action.error);
    case 'task':
      return performTask(actor, number, action, names);
    case 'to-item':
      return perform(actor, `${key} ${action.offer}`, action.action, names);
    case 'update':
      return update(actor, number, action);
  }
}

/** A user who acts on a record has looked at it: marks its inbox entries as read. */
async function readBefore(actor: Actor, number: string): Promise<void> {
  const { id: taskId } = await db().task.findUniqueOrThrow({ where: { number }, select: { id: true } });
  if (actor.id !== null) await db().$executeRaw`${readItems(actor, { taskId }, now())}`;
}

const kindOf = (number: string) => kindOfNumber(number) ?? 'case';

async function speak(actor: Actor, number: string, type: 'work_note' | 'comment', text: string): Promise<void> {
  await addEntry(actor, { kind: kindOf(number), number, type, text });
}

type Update = { values: Readonly<Record<string, FieldValue>>; comment?: string; workNote?: string };

async function update(actor: Actor, number: string, { values, comment, workNote }: Update): Promise<void> {
  const { kind, version } = await db().task.findUniqueOrThrow({ where: { number } });
  const words = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  await updateTask(actor, { kind, number, version, values: { ...values }, ...words });
}

type Answer = { answer: 'approved' | 'rejected'; reason?: string };

async function answer(actor: Actor, number: string, given: Answer): Promise<void> {
  const asked = { approverId: actor.id ?? '', answer: 'requested', task: { number } };
  const { id } = await db().approval.findFirstOrThrow({ where: asked });
  await answerApproval(actor, { approvalId: id, answer: given.answer, reason: given.reason ?? '' });
}

/** Moves the newest open task of a work order. */
async function performTask(
  actor: Actor,
  orderNumber: string,
  { move: action, to, reason = '', followOn = '' }: Extract<StoryAction, { do: 'task' }>,
  names: Names,
): Promise<void> {
  const { number, version } = await db().task.findFirstOrThrow({
    where: { active: true, workOrderTask: { workOrder: { task: { number: orderNumber } } } },
    orderBy: { number: 'desc' },
  });
  const whom = to ? { assignedToId: names.id(to) } : {};
  await moveTask(actor, MoveWorkOrderTask.parse({ number, version, action, reason, followOn, ...whom }));
}
