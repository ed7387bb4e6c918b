'use server';

import { action } from '#lib/door/action.ts';
import { generateCases } from './commands/generate-cases.ts';
import { GenerateCases } from './schema.ts';
import { sentenceOf } from './write-cases.ts';

/** PRO-1 · Makes the proactive cases of a record. */
export const generateCasesAction = action(
  { permission: 'proactive.generate', input: GenerateCases, isOnce: true },
  async (actor, input) => ({ message: sentenceOf(await generateCases(actor, input)) }),
);
