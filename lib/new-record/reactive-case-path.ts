/** PRO-7 · The address of the form of a case that an affected customer complains with about a record. */
export function reactiveCasePath(about: string, { id, isConsumer }: { id: string; isConsumer: boolean }): string {
  return `/workspace/cases/new?${new URLSearchParams({ about, [isConsumer ? 'consumer' : 'account']: id })}`;
}
