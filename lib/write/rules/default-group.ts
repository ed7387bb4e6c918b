/** What can name the group of a new case, the most particular first. */
export const groupSources = ['product', 'account', 'property'] as const;

export type GroupSource = (typeof groupSources)[number];

/** A group that is named for new cases, and whether it has somebody who may work this one. */
export type NamedGroup = { source: GroupSource; id: string; name: string; works: boolean };

export type DefaultGroup = Pick<NamedGroup, 'source' | 'id' | 'name'>;

/** The group of a new case for which none was chosen: its product's, else its account's, else the property's, as far as it can work the case. */
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
