/** The first of many by name, and how many there are besides: "Boxeo, Funco and 3 more". */
export function listed(names: readonly string[], count: number): string {
  const more = count - names.length;
  return more > 0 ? `${names.join(', ')} and ${more.toLocaleString('en')} more` : names.join(', ');
}
