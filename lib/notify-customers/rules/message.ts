import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { plainMarkdown } from '#lib/reply-template/plain-markdown.ts';

/** NOT-1 · What a message can hold of the case that it goes to. */
export const messageVariables = ['number', 'short_description', 'contact', 'account', 'state'] as const;
export type MessageVariable = (typeof messageVariables)[number];
export type MessageValues = Readonly<Record<MessageVariable, string>>;

const LONGEST = 8_000;
/** Whatever somebody meant as a variable, also where it is none: no customer is to read it. */
const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isVariable = (name: string): name is MessageVariable => messageVariables.some((each) => each === name);

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

/** A message for one case: the values stand in it as plain text. */
export function fillMessage(text: string, values: MessageValues): string {
  return text.replaceAll(WRITTEN, (asWritten, name: string) =>
    isVariable(name) ? plainMarkdown(values[name].slice(0, 200)) : asWritten,
  );
}
