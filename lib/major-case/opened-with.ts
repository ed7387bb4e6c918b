/** MAJ-1, MAJ-4 · The fields that the form of a candidate or a major case asks for. */
export const openedWith = [
  'shortDescription',
  'description',
  'businessImpact',
  'impact',
  'urgency',
  'priority',
  'configurationItemId',
] as const;
