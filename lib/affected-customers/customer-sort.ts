/** MAJ-5 · A list is of accounts or of consumers, never of both. */
export const customerSorts = ['accounts', 'consumers'] as const;

export type CustomerSort = (typeof customerSorts)[number];

/** What the lists, and one of their rows, are called. */
export const sortWords: Readonly<Record<CustomerSort, { label: string; one: string; many: string }>> = {
  accounts: { label: 'Accounts', one: 'account', many: 'accounts' },
  consumers: { label: 'Consumers', one: 'consumer', many: 'consumers' },
};

/** So many of them, in words. */
export function counted(count: number, of: CustomerSort): string {
  return `${count.toLocaleString('en')} ${count === 1 ? sortWords[of].one : sortWords[of].many}`;
}

/** MAJ-5 · Where the lists of a major case are. */
export function recipientsHref(number: string, of: CustomerSort, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(of === 'accounts' ? {} : { of }), ...more }).toString();
  return `/workspace/cases/${number}/recipients${query ? `?${query}` : ''}`;
}
