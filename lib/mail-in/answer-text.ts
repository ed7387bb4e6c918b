import EmailReplyParser from 'email-reply-parser';
import { isBlank } from '#lib/platform/visible-text.ts';
import { newText } from './rules/new-text.ts';
import { withinTime } from './within-time.ts';

/** Of longer answers the quotes in other languages are not looked for: an answer is short. */
const LOOKED_AT = 30_000;
const PATIENCE = 500;

/** MAIL-4 · What is new in an answer. Empty: nothing; a text that takes too long is kept whole. */
export function answerText(text: string): string {
  const ours = withinTime(PATIENCE, () => newText(text)) ?? text;
  if (ours.length > LOOKED_AT) return ours;
  const theirs = withinTime(PATIENCE, () => new EmailReplyParser().parseReply(ours).trim());
  return theirs === null || isBlank(theirs) ? ours : theirs;
}
