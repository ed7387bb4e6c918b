/** IMP-3 · What stands in the picture: from what fails on the left to the customers on the right. */
export type PictureSort = 'item' | 'service' | 'product' | 'cases' | 'account' | 'consumer';

export type PictureNode = {
  key: string;
  sort: PictureSort;
  /** Of configuration items: how many steps above what fails. */
  depth: number;
  /** The name; of several that are folded into one, null. */
  name: string | null;
  /** How many it stands for. */
  count: number;
  /** IMP-2 · A business service that is not operational. */
  broken: boolean;
};

/** What leads on to what; where to customers, to how many of those that the node stands for. */
export type PictureEdge = { from: string; to: string; count: number };

export type ImpactPicture = { nodes: PictureNode[]; edges: PictureEdge[] };

/** IMP-3 · More accounts than these are drawn as one, with their count. */
export const MOST_ACCOUNTS = 40;
/** So many of a column are drawn one by one, the others as one. */
export const MOST_IN_COLUMN = 12;
/** What stands further up is drawn as one. */
export const DEEPEST = 4;

const nouns: Readonly<Record<PictureSort, readonly [one: string, many: string]>> = {
  item: ['item', 'items'],
  service: ['service', 'services'],
  product: ['product', 'products'],
  cases: ['associated case', 'associated cases'],
  account: ['account', 'accounts'],
  consumer: ['consumer', 'consumers'],
};

/** What a node stands for, without its name: 43 accounts. */
export function countedSort({ sort, count }: Pick<PictureNode, 'sort' | 'count'>): string {
  return `${count.toLocaleString('en')} ${nouns[sort][count === 1 ? 0 : 1]}`;
}

/** What a node is called; several are counted. */
export function nodeLabel(node: Pick<PictureNode, 'name' | 'sort' | 'count'>): string {
  return node.name ?? countedSort(node);
}

/** What sort of thing it is: Account. */
export function sortLabel({ sort, count }: Pick<PictureNode, 'sort' | 'count'>): string {
  const noun = nouns[sort][count === 1 ? 0 : 1];
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** How many customers something leads to directly; null for what leads to none. */
export function customersOf({ nodes, edges }: ImpactPicture, key: string): number | null {
  const isCustomer = new Map(nodes.map((node) => [node.key, node.sort === 'account' || node.sort === 'consumer']));
  const own = edges.filter(({ from, to }) => from === key && isCustomer.get(to));
  return own.length === 0 ? null : own.reduce((sum, { count }) => sum + count, 0);
}

/** What stands in a column, in words: services are items too, but not the other way round. */
function headingOf(inside: readonly PictureNode[], isRoot: boolean): string {
  const has = (sort: PictureSort) => inside.some((node) => node.sort === sort);
  if (has('account') || has('consumer')) return 'Customers';
  if (has('cases')) return has('product') ? 'Products and cases' : 'Associated cases';
  if (has('product')) return 'Products';
  if (isRoot) return inside.length === 1 ? 'Configuration item' : 'Configuration items';
  return has('item') ? 'Impacted items' : 'Impacted services';
}

/** The columns from left to right with what stands in them: what fails, what depends on it, products, customers. */
export function columnsOf(nodes: readonly PictureNode[]): { label: string; nodes: PictureNode[] }[] {
  const items = nodes.filter(({ sort }) => sort === 'item' || sort === 'service');
  const depths = [...new Set(items.map(({ depth }) => depth))].toSorted((one, other) => one - other);
  const ofSort = (...sorts: PictureSort[]) => nodes.filter(({ sort }) => sorts.includes(sort));
  const columns = [
    ...depths.map((depth) => items.filter((node) => node.depth === depth)),
    ofSort('product', 'cases'),
    ofSort('account', 'consumer'),
  ].filter((inside) => inside.length > 0);
  const isRoot = (inside: readonly PictureNode[]) => inside[0]?.depth === 0;
  return columns.map((inside) => ({ label: headingOf(inside, isRoot(inside)), nodes: inside }));
}
