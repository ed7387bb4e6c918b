import { isVariable, type MessageVariable, replaceVariables } from '../message-variables.ts';

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
