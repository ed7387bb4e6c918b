import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { isVariable, messageVariables, WRITTEN } from '../message-variables.ts';

const LONGEST = 8_000;

/** NOT-1 · A message has words, not too many, and no variable that there is not. */
export function messageFits(text: string, field = 'text'): Verdict {
  if (isBlank(text)) return no('NOT-1', 'Write the message.', field);
  if (text.length > LONGEST) return no('NOT-1', `A message has at most ${LONGEST} characters.`, field);
  const unknown = [...text.matchAll(WRITTEN)].map(([, name = '']) => name).find((name) => !isVariable(name));
  const broken = /\{\{|\}\}/.test(text.replaceAll(WRITTEN, ''));
  if (unknown === undefined && !broken) return yes;
  const known = messageVariables.map((name) => `{{${name}}}`).join(', ');
  return no(
    'NOT-1',
    `There is no variable ${broken ? 'that is written so' : `{{${unknown}}}`}. There are ${known}.`,
    field,
  );
}
