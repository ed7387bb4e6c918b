/** What somebody typed as a pattern that matches anywhere; null where nothing was typed. */
export function containing(words: string): string | null {
  const asked = words.replaceAll('\0', '').trim().slice(0, 100);
  return asked ? `%${asked.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
}
