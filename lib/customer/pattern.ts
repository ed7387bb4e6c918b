import { escapeLike, searchInput } from '#lib/platform/text-input.ts';

/** What somebody typed as a pattern that matches anywhere; null where nothing was typed. */
export function containing(words: string): string | null {
  const asked = searchInput(words);
  return asked ? `%${escapeLike(asked)}%` : null;
}
