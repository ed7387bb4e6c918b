import { plainMarkdown } from '#lib/reply-template/plain-markdown.ts';
import { isVariable, type MessageValues, WRITTEN } from '../message-variables.ts';

/** A message for one case: the values stand in it as plain text. */
export function fillMessage(text: string, values: MessageValues): string {
  return text.replaceAll(WRITTEN, (asWritten, name: string) =>
    isVariable(name) ? plainMarkdown(values[name].slice(0, 200)) : asWritten,
  );
}
