import { withoutInvisible } from '#lib/platform/visible-text.ts';

/** A text that the database can store: without NUL characters and lone surrogates. */
export const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** ACC-12 · A name or subject as one line, without marks that change the text direction. */
export const oneLine = (text: string): string =>
  withoutInvisible(clean(text).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')).trim();
