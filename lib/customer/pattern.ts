import { asLike, typedWords } from '#lib/platform/typed-text.ts';

/** What somebody typed as a pattern that matches anywhere; null where nothing was typed. */
export function containing(words: string): string | null {
  const asked = typedWords(words);
  return asked ? `%${asLike(asked)}%` : null;
}
