/** The first names of a list, and the number of the others: "Boxeo, Funco and 3 more". */
export function listed(names: readonly string[], count: number): string {
  const more = count - names.length;
  return more > 0 ? `${names.join(', ')} and ${more.toLocaleString('en')} more` : names.join(', ');
}
