/** MAJ-5 · A list contains accounts or consumers, never both. */
export const customerSorts = ['accounts', 'consumers'] as const;

export type CustomerSort = (typeof customerSorts)[number];

/** The label of a list, and the words for its rows. */
export const sortWords: Readonly<Record<CustomerSort, { label: string; one: string; many: string }>> = {
  accounts: { label: 'Accounts', one: 'account', many: 'accounts' },
  consumers: { label: 'Consumers', one: 'consumer', many: 'consumers' },
};

/** A count in words, such as "3 accounts". */
export function counted(count: number, of: CustomerSort): string {
  return `${count.toLocaleString('en')} ${count === 1 ? sortWords[of].one : sortWords[of].many}`;
}

/** MAJ-5 · The address of a major case's list. */
export function recipientsHref(number: string, of: CustomerSort): string {
  return `/workspace/cases/${number}/recipients${of === 'accounts' ? '' : `?of=${of}`}`;
}
