/** NOT-1 · What a message can hold of the case that it goes to. */
export const messageVariables = ['number', 'short_description', 'contact', 'account', 'state'] as const;
export type MessageVariable = (typeof messageVariables)[number];
export type MessageValues = Readonly<Record<MessageVariable, string>>;

/** What was written as a variable, even if no such variable exists: customers must never read one. */
const WRITTEN = /\{\{([^{}]*)\}\}/g;

/** The names of the variables in a text, as they were written. */
export const writtenVariables = (text: string): string[] =>
  [...text.matchAll(WRITTEN)].map(([, name = '']) => name.trim());

/** The text with every written variable replaced. */
export const replaceVariables = (text: string, replace: (name: string, asWritten: string) => string): string =>
  text.replaceAll(WRITTEN, (asWritten, name: string) => replace(name.trim(), asWritten));

export const isVariable = (name: string): name is MessageVariable => messageVariables.some((each) => each === name);
