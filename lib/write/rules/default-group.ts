/** Sources for a new case's group, most specific first. */
export const groupSources = ['product', 'account', 'property'] as const;

export type GroupSource = (typeof groupSources)[number];

/** A candidate group, and whether it has a member who may work the case. */
export type NamedGroup = { source: GroupSource; id: string; name: string; works: boolean };

export type DefaultGroup = Pick<NamedGroup, 'source' | 'id' | 'name'>;

/** Default group of a new case: the product's, else the account's, else the property's; only groups that can work it. */
export function defaultGroup(named: readonly NamedGroup[]): DefaultGroup | null {
  for (const each of groupSources) {
    const group = named.find(({ source, works }) => works && source === each);
    if (group) return { source: group.source, id: group.id, name: group.name };
  }
  return null;
}

const sources: Readonly<Record<GroupSource, string>> = {
  product: 'by the product',
  account: 'by the account',
  property: 'by default',
};

/** "Network Support, by the product" */
export function defaultGroupText({ name, source }: Pick<DefaultGroup, 'name' | 'source'>): string {
  return `${name}, ${sources[source]}`;
}
