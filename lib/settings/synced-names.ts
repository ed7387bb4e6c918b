/** SYNC-MAJ-1 · Fields of a major case that can be copied into its children, by external name. */
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

/** Splits a list into trimmed, unique names. */
export function listOfNames(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
}

/** SYNC-MAJ-1 · Validation message for such a list. A state requires the fields that it needs in a child (CASE-2). */
export function syncedNamesError(text: string): string | null {
  const names = listOfNames(text);
  const unknown = names.find((name) => !syncedNames.some((known) => known === name));
  if (names.length === 0) return `Must be a list of ${syncedNames.join(', ')}.`;
  if (unknown !== undefined) return `Must be a list of ${syncedNames.join(', ')}: ${unknown} is none of them.`;
  const alone = names.includes('state') && !(names.includes('close_notes') && names.includes('resolution_code'));
  return alone ? 'state may only be in the list together with close_notes and resolution_code.' : null;
}
