import { type MessageRef, sayIn } from '#lib/words/words.ts';
import type { Verdict } from './verdict.ts';

/** A no that customers can see: its key and parameters are translated for each reader. The log gets the English sentence. */
export function refuse(rule: string, said: MessageRef, field?: string): Extract<Verdict, { ok: false }> {
  return { ok: false, rule, because: sayIn('en', said), ...(field ? { field } : {}), said };
}
