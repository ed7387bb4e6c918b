/** How a key is written: a capital letter is typed with Shift. */
export function keyNames(key: string): string[] {
  if (key === 's') return ['S', 'Ctrl+S'];
  if (key.length > 1) return [key];
  return [key === key.toLowerCase() ? key.toUpperCase() : `Shift+${key}`];
}
