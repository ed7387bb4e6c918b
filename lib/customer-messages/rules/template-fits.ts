import { first, type Verdict } from '#lib/platform/verdict.ts';
import { namesNoInternalRecord } from './internal-numbers.ts';
import { messageFits } from './message.ts';

/** NOT-1, POR-3 · A template is a message, and names no internal record: it is for the customers of many. */
export const templateFits = (text: string): Verdict => first(messageFits(text), namesNoInternalRecord(text, 'text'));
