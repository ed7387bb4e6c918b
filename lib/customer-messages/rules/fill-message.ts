import { plainMarkdown } from '#lib/reply-template/plain-markdown.ts';
import { isVariable, type MessageValues, type MessageVariable, replaceVariables } from '../message-variables.ts';

const filled = (text: string, values: MessageValues, shown: (value: string) => string) =>
  replaceVariables(text, (name, asWritten) => (isVariable(name) ? shown(values[name].slice(0, 200)) : asWritten));

/** A message for one case; values are inserted as plain text, not as Markdown. */
export const fillMessage = (text: string, values: MessageValues): string => filled(text, values, plainMarkdown);

/** MAIL-2 · The same for the plain text part of an email, where values need no Markdown escapes. */
export const fillTyped = (text: string, values: MessageValues): string =>
  filled(text, values, (value) => value.replaceAll(/\s+/g, ' ').trim());

const words: Readonly<Record<MessageVariable, string>> = {
  number: 'case number',
  short_description: 'short description',
  contact: 'their name',
  account: 'their account',
  state: 'case state',
};

/** NOT-3 · A message with its variables described in words instead of filled. */
export function describedMessage(text: string): string {
  return replaceVariables(text, (name, asWritten) => (isVariable(name) ? `\\[${words[name]}\\]` : asWritten));
}
