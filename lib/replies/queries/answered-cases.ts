import { readableOf } from '#lib/access/readable.ts';
import { type NotifiedCase, notifiedCase } from '#lib/customer-messages/queries/case-values.ts';
import { hiddenFromWatchers } from '#lib/customer-messages/queries/may-see.ts';
import { recipientsSql } from '#lib/customer-messages/queries/recipients-sql.ts';
import { casesOfSource } from '#lib/customer-messages/queries/source-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { Owned } from '../may-comment.ts';
import { type ReplySource, repliesTables } from './replies-sql.ts';

/** A case to be answered: its message values, its customer, and whether a reply waits. */
export type AnsweredCase = NotifiedCase & Owned & { waits: boolean };

/** NOT-8 · Those of the given cases that belong to the record and that the actor may see. */
export async function answeredCases(
  actor: Actor,
  source: ReplySource,
  numbers: readonly string[],
): Promise<AnsweredCase[]> {
  return db().$queryRaw<AnsweredCase[]>`
    with ${repliesTables(actor, source)}
    select n.*, exists (select from replies r where r.task_id = n.id and r.waits) as waits, 'case' as kind, t.account_id as "accountId", t.contact_id as "contactId", t.consumer_id as "consumerId",
      c.major_case_state as "majorCaseState"
    from (select ${notifiedCase} where t.number = any(${[...numbers]})) n
    join tasks t on t.id = n.id join cases c on c.id = n.id
    where ${casesOfSource(source)} and (${readableOf('case', actor)}) order by n.number`;
}

/** NOT-7, NOT-8 · How many people would receive an answer in these cases, counted like a Notify Customers message. */
export async function peopleAnswered(senderId: string, caseIds: readonly string[]): Promise<number> {
  const reach = { caseIds, senderId };
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with ${recipientsSql(reach, await hiddenFromWatchers(db(), reach))}
    select count(*)::int as count from people where reason = ''`;
  return row?.count ?? 0;
}
