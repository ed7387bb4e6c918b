import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { signedIn } from './signed-in.ts';

export type Answer = 'yes' | 'hidden' | 'refused';

function wordFor(rule: string | null): Answer {
  if (rule === null) return 'yes';
  if (rule === 'REL-16') return 'hidden';
  if (rule === 'ACC-6') return 'refused';
  throw new Error(`Refused by ${rule}, which is not about access.`);
}

/** The access answer of an action or command for this actor, in one word; any other error fails the test. */
export async function answerTo(actor: Actor, attempt: () => Promise<unknown>): Promise<Answer> {
  signedIn.actor = actor;
  try {
    const result = (await attempt()) as ActionResult<{ refused: { rule: string }[] }> | { ok?: undefined };
    const [refused] = result.ok ? (result.data?.refused ?? []) : [];
    return wordFor(result.ok === false ? (result.rule ?? '') : (refused?.rule ?? null));
  } catch (error) {
    if (error instanceof Refusal) return wordFor(error.rule);
    throw error;
  }
}

/** The answers of these attempts for this actor, run in sequence. */
export async function answersTo<Name extends string>(
  actor: Actor,
  attempts: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, Answer>> {
  const answers: Partial<Record<Name, Answer>> = {};
  for (const name of Object.keys(attempts) as Name[]) answers[name] = await answerTo(actor, attempts[name]);
  return answers as Record<Name, Answer>;
}

/** The same expected answer for each attempt. */
export const allAnswer = <Name extends string>(attempts: Readonly<Record<Name, unknown>>, answer: Answer | undefined) =>
  Object.fromEntries(Object.keys(attempts).map((name) => [name, answer]));
