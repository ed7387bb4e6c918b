import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Change } from '#lib/kinds/change/definition.ts';
import type { Problem } from '#lib/kinds/problem/definition.ts';
import type { RequestedItem } from '#lib/kinds/requested-item/definition.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { LinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import type { Values } from '#lib/write/check-values.ts';
import { aCase, fresh, holderOf, type World } from './world.ts';

/** Planned times of test changes. */
export const planned = { plannedStart: '2026-12-05T20:00:00.000Z', plannedEnd: '2026-12-05T22:00:00.000Z' };

/** A problem opened by Ian; `values` override the defaults. */
export async function aProblem({ ian }: World, values: Values = {}, by: Actor = ian): Promise<Problem> {
  const given = { shortDescription: 'Controllers lose their memory', ...values };
  return createTask(by, { kind: 'problem', values: given });
}

/** A normal change opened by Ian; `values` override the defaults. */
export async function aChange({ ian }: World, values: Values = {}, by: Actor = ian): Promise<Change> {
  const given = { shortDescription: 'Swap the controller', ...values };
  return createTask(by, { kind: 'change', values: given });
}

/** A case of Cora linked to the record; `values` override the defaults. */
export async function aCaseOf(
  w: World,
  link: LinkName,
  record: { number: string },
  values: Values = {},
): Promise<Case> {
  const theCase = await aCase(w, values);
  await associate(w.mia, { caseNumber: theCase.number, link, number: record.number });
  return fresh(theCase);
}

export type Board = { id: string; arno: Person; anna: Person };

/** A group with two members who approve. Create it once per file. */
export async function approvalBoard(): Promise<Board> {
  const { id } = await db().group.create({ data: { name: 'Change advisory board' } });
  const arno = await holderOf('Arno Approver', ['approver_user']);
  const anna = await holderOf('Anna Approver', ['approver_user']);
  await db().groupMember.createMany({ data: [arno, anna].map((member) => ({ groupId: id, userId: member.id })) });
  return { id, arno, anna };
}

/** A board member who also works its records. */
export async function aWorkingMember({ id: groupId }: Board): Promise<Person> {
  const member = await holderOf('Lena Lead', ['approver_user', 'itil']);
  await db().groupMember.create({ data: { groupId, userId: member.id } });
  return member;
}

/** Answers the user's pending approval of a record. */
export async function answer(by: Person, { id }: { id: string }, reason?: string): Promise<TaskRecord> {
  const waiting = await db().approval.findFirstOrThrow({
    where: { taskId: id, approverId: by.id },
    orderBy: { round: 'desc' },
  });
  const given = reason === undefined ? { answer: 'approved' as const } : { answer: 'rejected' as const, reason };
  return (await answerApproval(by, { approvalId: waiting.id, ...given })).value;
}

/** A published article by Ian; `values` override the defaults. */
export function anArticle({ ian }: World, values: { title?: string; readers?: 'internal' | 'external' } = {}) {
  return writeArticle(ian, { title: 'Memory', text: 'Restart it.', readers: 'internal', published: true, ...values });
}

/** The catalog item of this name, created if missing. With an approval group it needs approval. */
export async function anOffer(name: string, approvalGroupId: string | null = null): Promise<string> {
  const category = { connectOrCreate: { where: { name: 'Hardware' }, create: { name: 'Hardware' } } };
  const board = approvalGroupId ? { approvalGroup: { connect: { id: approvalGroupId } } } : {};
  const data = { name, priceCents: 12_550, deliveryDays: 3, category, ...board };
  return (await db().catalogItem.upsert({ where: { name }, create: data, update: {} })).id;
}

/** The requested item with this name. */
export async function itemOf({ id }: { id: string }, name: string): Promise<RequestedItem> {
  const found = await db().requestedItem.findFirstOrThrow({
    where: { requestId: id, task: { shortDescription: name } },
    select: { id: true },
  });
  return loadRecord(db(), 'requested_item', found.id);
}
