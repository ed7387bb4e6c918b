/** MAJ-1, MAJ-4 · The fields in the form of a candidate or a major case. */
export const openedWith = [
  'shortDescription',
  'description',
  'businessImpact',
  'impact',
  'urgency',
  'priority',
  'configurationItemId',
] as const;
