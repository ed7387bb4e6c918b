import { once } from '#lib/door/once.ts';
import { startRun } from '#lib/notify-customers/commands/start-run.ts';
import { messageValues } from '#lib/notify-customers/queries/case-values.ts';
import { fillMessage } from '#lib/notify-customers/rules/fill-message.ts';
import { messageFits } from '#lib/notify-customers/rules/message.ts';
import type { Started } from '#lib/notify-customers/run/write-run.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { forEachRecord } from '#lib/task/list/for-each-record.ts';
import type { Bulk } from '#lib/task/rules/bulk-message.ts';
import { answersByComment } from './may-comment.ts';
import { type AnsweredCase, answeredCases } from './queries/answered-cases.ts';
import { repliesSource } from './queries/replies-source.ts';
import type { AnswerReplies } from './schema.ts';

/** What came of an answer: case by case, and of the message that was begun for those in which the actor may not comment; `waiting`: nobody has confirmed it yet. */
export type Answered = Bulk & { run: Pick<Started, 'state' | 'cases'> | null; waiting: string[] };

type Person = Actor & { id: string };

const isOver = ({ number, active }: AnsweredCase) =>
  active ? [] : [{ number, rule: 'REC-5', because: 'The case is over.' }];

/** In each a comment of its own transaction, from which everything follows that follows from a comment. */
function comment(actor: Person, cases: readonly AnsweredCase[], text: string, callId: string): Promise<Bulk> {
  return forEachRecord(cases, async (theCase) => {
    const { number } = theCase;
    const entry = { kind: 'case', number, type: 'comment', text: fillMessage(text, messageValues(theCase)) } as const;
    const id = callId && `${callId}.${number}`;
    const { data } = await once({ personId: actor.id, id, input: { number, text } }, async () => {
      const { value, updatedCount } = await addEntry(actor, entry);
      return { data: { version: value.version, updatedCount } };
    });
    return data;
  });
}

/**
 * NOT-8 · Answers the customers of some cases of a record, once under the same `callId`: by a comment where the actor may
 * comment. Network operations, who may not, send a small message of Notify Customers, which no rule answers (NOT-9).
 */
export async function answerReplies(
  actor: Person,
  { kind, number, caseNumbers, text }: AnswerReplies,
  callId = '',
): Promise<Answered> {
  const source = await repliesSource(actor, { kind, number });
  enforce(messageFits(text));
  const cases = await answeredCases(actor, source, caseNumbers);
  const known = new Set(cases.map((each) => each.number));
  const unknown = caseNumbers.find((each) => !known.has(each));
  if (unknown !== undefined) throw notFound(unknown);

  const open = cases.filter(({ active }) => active);
  const comments = open.filter((each) => answersByComment(actor, each));
  const others = open.filter((each) => !comments.includes(each)).map((each) => each.number);
  const bulk = await comment(actor, comments, text, callId);
  const refused = [...bulk.refused, ...cases.flatMap(isOver)];
  if (others.length === 0) return { ...bulk, refused, run: null, waiting: [] };

  const run = { kind, number, text, caseNumbers: others };
  const { data } = await once({ personId: actor.id, id: callId && `${callId}.run`, input: run }, async () => {
    const { state, cases: told } = await startRun(actor, run, { answers: true });
    return { data: { state, cases: told } };
  });
  return { ...bulk, refused, run: data, waiting: data?.state === 'waiting' ? others : [] };
}
