/** Lists the mentioned users who may not see the record; empty if there are none. */
export function notNotifiedMessage(number: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const everybody = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return `${everybody} cannot see ${number} and ${names.length === 1 ? 'was' : 'were'} not told.`;
}
