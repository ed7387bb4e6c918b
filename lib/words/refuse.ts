import type { Verdict } from '#lib/platform/verdict.ts';
import { type Said, sayIn } from './words.ts';

/** A no of a rule that customers run into: its key and parameters, from which each reader gets a sentence. The log gets the English one. */
export function refuse(rule: string, said: Said, field?: string): Extract<Verdict, { ok: false }> {
  return { ok: false, rule, because: sayIn('en', said), ...(field ? { field } : {}), said };
}
