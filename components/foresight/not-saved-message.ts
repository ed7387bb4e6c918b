const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Why an update cannot be saved yet: what a rule refuses, and the required fields that are empty; empty: it can. */
export function notSavedMessage(refused: string, missing: readonly string[]): string {
  if (!refused && missing.length === 0) return '';
  const why = refused ? `: ${refused}` : '.';
  const lacks = missing.length > 0 ? ` Missing: ${names.format(missing)}.` : '';
  return `This cannot be saved yet${why}${lacks}`;
}
