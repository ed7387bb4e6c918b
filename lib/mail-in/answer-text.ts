import { newText } from './rules/new-text.ts';
import { withinTime } from './within-time.ts';

const PATIENCE = 1_000;

/** MAIL-4 · The new text of an answer; empty if nothing is new. If the analysis takes too long, the whole text. */
export const answerText = (text: string): string => withinTime(PATIENCE, () => newText(text)) ?? text;
