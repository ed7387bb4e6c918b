import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageValues } from '#lib/customer-messages/queries/case-values.ts';
import { fillMessage } from '#lib/customer-messages/rules/fill-message.ts';
import { messageFits } from '#lib/customer-messages/rules/message.ts';
import { needsConfirmation } from '#lib/customer-messages/rules/run-moves.ts';
import type { Started } from '#lib/customer-messages/run/write-run.ts';
import { idempotent } from '#lib/door/idempotent.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { forEachRecord } from '#lib/list/for-each-record.ts';
import type { Bulk } from '#lib/list/rules/bulk-message.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound, Refusal } from '#lib/platform/verdict.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import { answersByComment } from './may-comment.ts';
import { type AnsweredCase, answeredCases, peopleAnswered } from './queries/answered-cases.ts';
import { repliesSource } from './queries/replies-source.ts';
import type { AnswerReplies } from './schema.ts';

/** The result of an answer, by case, and of the message for cases where the actor may not comment; `waiting`: unconfirmed. */
export type Answered = Bulk & { run: Pick<Started, 'state' | 'cases'> | null; waiting: string[] };

const isOver = ({ number, active }: AnsweredCase) =>
  active ? [] : [{ number, rule: 'REC-5', because: 'The case is over.' }];

const WAITS_FOR_NONE = 'No reply waits for an answer.';

/** Adds a comment to each case, in separate transactions, with all the effects of a comment. */
function comment(actor: Person, cases: readonly AnsweredCase[], text: string, callId: string): Promise<Bulk> {
  return forEachRecord(cases, async (theCase) => {
    const { number } = theCase;
    const entry = { kind: 'case', number, type: 'comment', text: fillMessage(text, messageValues(theCase)) } as const;
    const id = callId && `${callId}.${number}`;
    const { data } = await idempotent({ personId: actor.id, id, input: { number, text } }, async () => {
      if (!theCase.waits) throw new Refusal('NOT-8', WAITS_FOR_NONE);
      const { value, updatedCount } = await addEntry(actor, entry);
      return { data: { version: value.version, updatedCount } };
    });
    return data;
  });
}

/** NOT-7 · Whether an answer reaches so many people that a second person must confirm it. */
async function answerNeedsConfirmation(actor: Person, cases: readonly AnsweredCase[]): Promise<boolean> {
  const limit = integer(await readSettings(db()), 'notify.second_approval_above');
  if (limit === 0 || cases.length === 0) return false;
  const ids = cases.map(({ id }) => id);
  return needsConfirmation(await peopleAnswered(actor.id, ids), limit);
}

/** The cases in which no reply waits; the message to the others skips them. */
const leftAlone = (cases: readonly AnsweredCase[]) =>
  cases.flatMap(({ number, waits }) => (waits ? [] : [{ number, rule: 'NOT-8', because: WAITS_FOR_NONE }]));

/** Answers by a small message of Notify Customers to the customers whose reply waits. */
async function message(actor: Person, which: AnswerReplies, cases: readonly AnsweredCase[], callId: string) {
  const run = { ...which, caseNumbers: cases.map(({ number }) => number) };
  const { data } = await idempotent({ personId: actor.id, id: callId && `${callId}.run`, input: run }, async () => {
    const waiting = cases.filter(({ waits }) => waits).map(({ number }) => number);
    if (waiting.length === 0) return { data: null };
    const { state, cases: told } = await startRun(actor, { ...run, caseNumbers: waiting }, { answers: true });
    return { data: { state, cases: told, waiting, refused: leftAlone(cases) } };
  });
  return data ?? { state: null, cases: 0, waiting: [], refused: leftAlone(cases) };
}

/**
 * NOT-8 · Answers the waiting replies in some cases of a record, once per `callId`: by comments if the actor may comment.
 * Otherwise (network operations), or if the answer reaches so many people that a second person must confirm it (NOT-7), by a
 * small message of Notify Customers, which no rule answers (NOT-9).
 */
export async function answerReplies(actor: Person, which: AnswerReplies, callId = ''): Promise<Answered> {
  const { caseNumbers, text } = which;
  const source = await repliesSource(actor, which);
  enforce(messageFits(text));
  const cases = await answeredCases(actor, source, caseNumbers);
  const known = new Set(cases.map((each) => each.number));
  const unknown = caseNumbers.find((each) => !known.has(each));
  if (unknown !== undefined) throw notFound(unknown);

  const open = cases.filter(({ active }) => active);
  const isForMany = await answerNeedsConfirmation(
    actor,
    open.filter(({ waits }) => waits),
  );
  const comments = isForMany ? [] : open.filter((each) => answersByComment(actor, each));
  const others = open.filter((each) => !comments.includes(each));
  const bulk = await comment(actor, comments, text, callId);
  const refused = [...bulk.refused, ...cases.flatMap(isOver)];
  if (others.length === 0) return { ...bulk, refused, run: null, waiting: [] };

  const sent = await message(actor, which, others, callId);
  const run = sent.state === null ? null : { state: sent.state, cases: sent.cases };
  return {
    ...bulk,
    refused: [...refused, ...sent.refused],
    run,
    waiting: sent.state === 'waiting' ? sent.waiting : [],
  };
}
