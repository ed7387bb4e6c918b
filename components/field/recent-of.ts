/**
 * Under what the choices of a reference field are remembered: the field, and the kind of thing and of record that its
 * address names. For which customer it looks decides what is still offered, not what was chosen.
 */
export function recentOf(name: string, source: string): string {
  return `${name} ${source.split(/&(?!assigns=)/)[0]}`;
}
