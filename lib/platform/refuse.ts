import { type Said, sayIn } from '#lib/words/words.ts';
import type { Verdict } from './verdict.ts';

/** A no of a rule that customers run into: its key and parameters, from which each reader gets a sentence. The log gets the English one. */
export function refuse(rule: string, said: Said, field?: string): Extract<Verdict, { ok: false }> {
  return { ok: false, rule, because: sayIn('en', said), ...(field ? { field } : {}), said };
}
