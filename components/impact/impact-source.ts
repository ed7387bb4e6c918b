/** The source of the impact: a record, or a configuration item that may fail. */
export type ImpactSource = { number: string; recordId: string } | { item: string };

/** The query parameters of /api/impact. */
export function impactParams(source: ImpactSource): Record<string, string> {
  return 'item' in source ? { item: source.item } : { number: source.number };
}
