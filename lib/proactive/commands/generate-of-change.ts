import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { generateCases } from './generate-cases.ts';

/** PRO-6, PRO-8 · Generates a change's cases: a run for its accounts and one for its consumers; an empty run is no error. */
export async function generateOfChange(actor: Actor, { number }: { number: string }): Promise<void> {
  for (const sort of ['accounts', 'consumers'] as const) {
    try {
      await generateCases(actor, { kind: 'change', number, of: sort });
    } catch (error) {
      if (!(error instanceof Refusal) || !error.rule.startsWith('PRO-')) throw error;
    }
  }
}
