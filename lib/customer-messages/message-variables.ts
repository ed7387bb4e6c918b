/** NOT-1 · Variables of a message, filled from the case that receives it. */
export const messageVariables = ['number', 'short_description', 'contact', 'account', 'state'] as const;
export type MessageVariable = (typeof messageVariables)[number];
export type MessageValues = Readonly<Record<MessageVariable, string>>;

/** Text in variable syntax, even if no such variable exists: customers must never see it. */
const WRITTEN = /\{\{([^{}]*)\}\}/g;

/** The names of the variables in a text, as typed. */
export const writtenVariables = (text: string): string[] =>
  [...text.matchAll(WRITTEN)].map(([, name = '']) => name.trim());

/** The text with every variable replaced. */
export const replaceVariables = (text: string, replace: (name: string, asWritten: string) => string): string =>
  text.replaceAll(WRITTEN, (asWritten, name: string) => replace(name.trim(), asWritten));

export const isVariable = (name: string): name is MessageVariable => messageVariables.some((each) => each === name);
