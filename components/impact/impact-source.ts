/** Whose impact is shown: of a record, or of a configuration item that may fail. */
export type ImpactSource = { number: string; recordId: string } | { item: string };

/** What the addresses of /api/impact are asked with. */
export function impactParams(source: ImpactSource): Record<string, string> {
  return 'item' in source ? { item: source.item } : { number: source.number };
}
