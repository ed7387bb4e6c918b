import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { isVariable, messageVariables, replaceVariables, writtenVariables } from '../message-variables.ts';
import { hasNoInternalNumbers } from './internal-numbers.ts';

const LONGEST = 8_000;
/** Each value has up to four hundred characters; this many still fit a journal entry (REC-5). */
const MAX_VARIABLES = 50;

/** NOT-1 · A message is not blank, not too long, and has no unknown variables. */
export function messageFits(text: string): Verdict {
  if (isBlank(text)) return no('NOT-1', 'Write the message.', 'text');
  if (text.length > LONGEST) return no('NOT-1', `A message has at most ${LONGEST} characters.`, 'text');
  const names = writtenVariables(text);
  if (names.length > MAX_VARIABLES) return no('NOT-1', `A message has at most ${MAX_VARIABLES} variables.`, 'text');
  const unknown = names.find((name) => !isVariable(name));
  const [broken] = /\{\{[^{}\n]{0,40}\}?|\}\}/.exec(replaceVariables(text, () => ' ')) ?? [];
  const wrong = unknown === undefined ? broken : `{{${unknown}}}`;
  if (wrong === undefined) return yes;
  const known = messageVariables.map((name) => `{{${name}}}`).join(', ');
  return no('NOT-1', `There is no variable ${wrong.trim()}. There are ${known}.`, 'text');
}

/** NOT-1, POR-3 · A template is a valid message without internal numbers, because many customers' cases use it. */
export const templateFits = (text: string): Verdict => first(messageFits(text), hasNoInternalNumbers(text, 'text'));
