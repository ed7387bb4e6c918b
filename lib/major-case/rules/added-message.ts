/** MAJ-4 · How many of the selected cases became children, in one of three sentences. */
export function addedMessage(added: number, selected: number): string {
  if (added === 0) return 'No selected cases were added as child cases.';
  if (added === selected) return `All (${selected}) selected cases were added as child cases.`;
  return `(${added}) of (${selected}) selected cases were added as child cases.`;
}
