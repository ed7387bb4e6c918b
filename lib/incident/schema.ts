import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

export const AskAgent = z.object({ number: TaskNumber, question: textInput(4_000) });
export type AskAgent = z.infer<typeof AskAgent>;
