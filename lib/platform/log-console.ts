import { format } from 'node:util';
import { log } from './log.ts';

/** A parser's error quotes the body that it could not read, and the body may contain a password. */
const QUOTED = /Unexpected (token|end|non-whitespace)[\s\S]{0,200}?(is not valid JSON|JSON input|after JSON[^\n]*)/g;

/** Removes the quoted body. */
export const withoutQuotes = (text: string): string => text.replaceAll(QUOTED, 'malformed JSON');

/**
 * Writes the console output of the framework and libraries to the log: one line of JSON each, with its request, so that
 * no external text can look like a line of ours. Faults of the client are not logged as server errors.
 */
export function logConsole(isFaultOfSender: () => boolean): void {
  for (const level of ['error', 'warn'] as const)
    Object.assign(console, {
      [level]: (...said: unknown[]) => log[isFaultOfSender() ? 'info' : level](withoutQuotes(format(...said))),
    });
}
