import { markdownInTurns } from '#lib/journal/markdown-in-turns.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { Language } from '#lib/user/languages.ts';
import { messageValues, type NotifiedCase, notifiedCase } from '../case-values.ts';
import { fillMessage } from '../fill-message.ts';
import { pairKey, readablePairs } from '../may-see.ts';
import { recipientsOfCases } from '../recipients-sql.ts';
import { messageFits } from '../rules/message.ts';
import type { PreviewMessage } from '../schema.ts';
import { readableSource } from './readable-source.ts';
import { selectCases } from './select-cases.ts';

const SHOWN = 50;

/** NOT-1, NOT-6 · What somebody would get: of the first of their cases, with the numbers of the others. */
export type MessagePreview = { number: string; html: string; others: string[] };

/** NOT-1 · A message as one of its recipients would read it. */
export async function previewMessage(actor: Actor & { id: string }, input: PreviewMessage): Promise<MessagePreview> {
  const source = await readableSource(actor, input);
  enforce(messageFits(input.text));
  const cases = await selectCases(db(), actor, source, input);
  const ids = cases.flatMap(({ id, active }) => (active ? [id] : []));
  const theirs = await db().$queryRaw<{ id: string; number: string; watches: boolean }[]>`
    with selected as (select unnest(${ids}::uuid[]) as id)
    select t.id, t.number, r.user_id is distinct from coalesce(t.contact_id, t.consumer_id, a.primary_contact_id) as watches
    from (${recipientsOfCases(actor.id)}) r join tasks t on t.id = r.case_id left join accounts a on a.id = t.account_id
    where r.user_id = ${input.recipientId}::uuid order by t.number limit ${SHOWN}`;
  const pairOf = (caseId: string) => ({ userId: input.recipientId, caseId });
  const readable = await readablePairs(
    db(),
    theirs.flatMap(({ id, watches }) => (watches ? [pairOf(id)] : [])),
  );
  const [first, ...others] = theirs.filter(({ id, watches }) => !watches || readable.has(pairKey(pairOf(id))));
  const [theCase] = await db().$queryRaw<NotifiedCase[]>`select ${notifiedCase} where t.id = ${first?.id}::uuid`;
  const reader = await db().user.findUnique({ where: { id: input.recipientId }, select: { language: true } });
  if (!theCase || !reader) throw notFound('recipient');
  const html = await markdownInTurns(fillMessage(input.text, messageValues(theCase, reader.language as Language)));
  return { number: theCase.number, html, others: others.map(({ number }) => number) };
}
