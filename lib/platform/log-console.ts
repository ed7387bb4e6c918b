import { format } from 'node:util';
import { log } from './log.ts';

/** What a parser says of a body that it could not read quotes it, and the body may hold a password. */
const QUOTED = /Unexpected (token|end|non-whitespace)[\s\S]{0,200}?(is not valid JSON|JSON input|after JSON[^\n]*)/g;

/** Without what was quoted of a body. */
export const withoutQuotes = (text: string): string => text.replaceAll(QUOTED, 'malformed JSON');

/**
 * Lets what the framework and libraries write to the console stand in the log as well: a line of JSON each, with the request
 * that it belongs to, so that no text from outside looks like a line of ours. What is the fault of who sent the request is no
 * error of the server.
 */
export function logConsole(isFaultOfSender: () => boolean): void {
  for (const level of ['error', 'warn'] as const)
    Object.assign(console, {
      [level]: (...said: unknown[]) => log[isFaultOfSender() ? 'info' : level](withoutQuotes(format(...said))),
    });
}
