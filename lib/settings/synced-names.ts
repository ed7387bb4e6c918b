/** SYNC-MAJ-1 · What of a major case can be listed to be copied into its children, by its name outside. */
export const syncedNames = [
  'priority',
  'state',
  'comments',
  'work_notes',
  'assigned_to',
  'close_notes',
  'resolution_code',
  'short_description',
  'impact',
  'urgency',
  'incident',
  'problem',
  'change_request',
  'caused_by_change',
] as const;

export type SyncedName = (typeof syncedNames)[number];

/** A list as it is kept: names without blanks, each once. */
export function listOfNames(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
}

/** SYNC-MAJ-1 · What is wrong with such a list, in words: a state comes with what it needs in a child (CASE-2). */
export function syncedNamesError(text: string): string | null {
  const names = listOfNames(text);
  const unknown = names.find((name) => !syncedNames.some((known) => known === name));
  if (names.length === 0) return `Must be a list of ${syncedNames.join(', ')}.`;
  if (unknown !== undefined) return `Must be a list of ${syncedNames.join(', ')}: ${unknown} is none of them.`;
  const alone = names.includes('state') && !(names.includes('close_notes') && names.includes('resolution_code'));
  return alone ? 'state may only be in the list together with close_notes and resolution_code.' : null;
}
