import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { markdownInTurns } from '#lib/text/markdown-in-turns.ts';
import type { Language } from '#lib/words/languages.ts';
import { fillMessage } from '../rules/fill-message.ts';
import { messageFits } from '../rules/message.ts';
import type { PreviewMessage } from '../schema.ts';
import { messageValues, type NotifiedCase, notifiedCase } from './case-values.ts';
import { hiddenFromWatchers } from './may-see.ts';
import { readableSource } from './readable-source.ts';
import { recipientsSql } from './recipients-sql.ts';
import { selectCases } from './select-cases.ts';

const SHOWN = 50;

/** NOT-1, NOT-6 · What a recipient would get: the message about their first case, and the numbers of the others. */
export type MessagePreview = { number: string; html: string; others: string[] };

/** NOT-1 · A message as one of its recipients would read it. */
export async function previewMessage(actor: Person, input: PreviewMessage): Promise<MessagePreview> {
  const source = await readableSource(actor, input);
  enforce(messageFits(input.text));
  const cases = await selectCases(db(), actor, source, input);
  const ids = cases.flatMap(({ id, active }) => (active ? [id] : []));
  const reach = { caseIds: ids, senderId: actor.id };
  const [first, ...others] = await db().$queryRaw<{ id: string; number: string }[]>`
    with ${recipientsSql(reach, await hiddenFromWatchers(db(), reach))}
    select t.id, t.number from reached r join tasks t on t.id = r.case_id
    where r.user_id = ${input.recipientId}::uuid order by t.number limit ${SHOWN}`;
  const [theCase] = await db().$queryRaw<NotifiedCase[]>`select ${notifiedCase} where t.id = ${first?.id}::uuid`;
  const reader = await db().user.findUnique({ where: { id: input.recipientId }, select: { language: true } });
  if (!theCase || !reader) throw notFound('recipient');
  const html = await markdownInTurns(fillMessage(input.text, messageValues(theCase, reader.language as Language)));
  return { number: theCase.number, html, others: others.map(({ number }) => number) };
}
