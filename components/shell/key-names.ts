/** The display names of a key: an upper-case letter needs Shift. */
export function keyNames(key: string): string[] {
  if (key === 's') return ['S', 'Ctrl+S'];
  if (key.length > 1) return [key];
  return [key === key.toLowerCase() ? key.toUpperCase() : `Shift+${key}`];
}
