import type { ActionResult } from '../action-result.ts';
import { Refusal } from '../verdict.ts';

export type Answer = 'yes' | 'hidden' | 'refused';

function wordFor(rule: string | null): Answer {
  if (rule === null) return 'yes';
  if (rule === 'REL-16') return 'hidden';
  if (rule === 'ACC-6') return 'refused';
  throw new Error(`Refused by ${rule}, which is not about access.`);
}

/** What an action or command answers, in one word; anything that is not about access fails the test. */
export async function callAction(attempt: () => Promise<unknown>): Promise<Answer> {
  try {
    const result = (await attempt()) as ActionResult<{ refused: { rule: string }[] }> | { ok?: undefined };
    const [refused] = result.ok ? (result.data?.refused ?? []) : [];
    return wordFor(result.ok === false ? (result.rule ?? '') : (refused?.rule ?? null));
  } catch (error) {
    if (error instanceof Refusal) return wordFor(error.rule);
    throw error;
  }
}
