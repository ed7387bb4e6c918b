/** PRO-7 · The URL of the form for a case in which an affected customer complains about a record. */
export function reactiveCasePath(about: string, { id, isConsumer }: { id: string; isConsumer: boolean }): string {
  return `/workspace/cases/new?${new URLSearchParams({ about, [isConsumer ? 'consumer' : 'account']: id })}`;
}
