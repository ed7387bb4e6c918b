/**
 * The key for the recent choices of a reference field: the field, and the kinds that its address names. The customer in the
 * address decides which choices are still offered, not which are remembered.
 */
export function recentOf(name: string, source: string): string {
  return `${name} ${source.split(/&(?!assigns=)/)[0]}`;
}
