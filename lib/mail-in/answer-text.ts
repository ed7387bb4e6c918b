import { newText } from './rules/new-text.ts';
import { withinTime } from './within-time.ts';

const PATIENCE = 1_000;

/** MAIL-4 · What is new in an answer. Empty: nothing; a text that takes too long is kept whole. */
export const answerText = (text: string): string => withinTime(PATIENCE, () => newText(text)) ?? text;
