/** NOT-1 · What a message can hold of the case that it goes to. */
export const messageVariables = ['number', 'short_description', 'contact', 'account', 'state'] as const;
export type MessageVariable = (typeof messageVariables)[number];
export type MessageValues = Readonly<Record<MessageVariable, string>>;

/** Whatever somebody meant as a variable, also where it is none: no customer is to read it. */
export const WRITTEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

export const isVariable = (name: string): name is MessageVariable => messageVariables.some((each) => each === name);
