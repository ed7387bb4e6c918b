import { withoutInvisible } from '#lib/platform/visible-text.ts';

/** A text that can be stored: without character 0, and without halves of characters. */
export const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** ACC-12 · A name, or a subject: one line, without marks that turn it round. */
export const oneLine = (text: string): string =>
  withoutInvisible(clean(text).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')).trim();
