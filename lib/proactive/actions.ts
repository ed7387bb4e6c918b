'use server';

import { startedMessage } from '#lib/customer-messages/rules/started-message.ts';
import { action } from '#lib/door/action.ts';
import { generateCases } from './commands/generate-cases.ts';
import { generateWithMessage } from './commands/generate-with-message.ts';
import { generatedAnswer } from './rules/generated-message.ts';
import { GenerateCases, GenerateWithMessage } from './schema.ts';

/** PRO-1 · Creates the proactive cases of a record. */
export const generateCasesAction = action(
  { permission: 'proactive.generate', input: GenerateCases, isOnce: true },
  async (actor, input) => generatedAnswer(await generateCases(actor, input)),
);

/** PRO-4 · Creates the cases and writes to each of their customers. */
export const generateWithMessageAction = action(
  { permission: 'proactive.generate', input: GenerateWithMessage, isOnce: true },
  async (actor, input) => {
    const { started, ...generated } = await generateWithMessage(actor, input);
    const { message, ...link } = generatedAnswer(generated);
    return { message: `${message} ${startedMessage(started)}`, ...link };
  },
);
