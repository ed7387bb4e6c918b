import { newText } from './rules/new-text.ts';
import { withinTime } from './within-time.ts';

const TIMEOUT = 1_000;

/** MAIL-4 · The new text of an answer; empty if nothing is new. If the analysis takes too long, the whole text. */
export const answerText = (text: string): string => withinTime(TIMEOUT, () => newText(text)) ?? text;
