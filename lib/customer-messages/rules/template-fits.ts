import { first, type Verdict } from '#lib/platform/verdict.ts';
import { hasNoInternalNumbers } from './internal-numbers.ts';
import { messageFits } from './message.ts';

/** NOT-1, POR-3 · A template is a valid message without internal numbers, because many customers' cases use it. */
export const templateFits = (text: string): Verdict => first(messageFits(text), hasNoInternalNumbers(text, 'text'));
