/** IMP-3 · The sorts of nodes, from the failing item on the left to the customers on the right. */
export type PictureSort = 'item' | 'service' | 'product' | 'cases' | 'account' | 'consumer';

export type PictureNode = {
  key: string;
  sort: PictureSort;
  /** For configuration items: how many steps above the failing item. */
  depth: number;
  /** The name; null for a node of several folded records. */
  name: string | null;
  /** The number of records in the node. */
  count: number;
  /** IMP-2 · A business service that is not operational. */
  broken: boolean;
};

/** An edge; to customers, with the number of the node's customers that it leads to. */
export type PictureEdge = { from: string; to: string; count: number };

export type ImpactPicture = { nodes: PictureNode[]; edges: PictureEdge[] };

/** IMP-3 · More accounts than this are drawn as one node with their count. */
export const MAX_ACCOUNTS = 40;
/** At most this many nodes per column; further ones are folded into one. */
export const MAX_IN_COLUMN = 12;
/** Items further up are folded into this level. */
export const DEEPEST = 4;

const nouns: Readonly<Record<PictureSort, readonly [one: string, many: string]>> = {
  item: ['item', 'items'],
  service: ['service', 'services'],
  product: ['product', 'products'],
  cases: ['associated case', 'associated cases'],
  account: ['account', 'accounts'],
  consumer: ['consumer', 'consumers'],
};

/** The node's records without a name: 43 accounts. */
export function countedSort({ sort, count }: Pick<PictureNode, 'sort' | 'count'>): string {
  return `${count.toLocaleString('en')} ${nouns[sort][count === 1 ? 0 : 1]}`;
}

/** The name of a node, or the count of its records. */
export function nodeLabel(node: Pick<PictureNode, 'name' | 'sort' | 'count'>): string {
  return node.name ?? countedSort(node);
}

/** The noun for the node's records: Account. */
export function sortLabel({ sort, count }: Pick<PictureNode, 'sort' | 'count'>): string {
  const noun = nouns[sort][count === 1 ? 0 : 1];
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** How many customers a node leads to directly; null if none. */
export function customersOf({ nodes, edges }: ImpactPicture, key: string): number | null {
  const isCustomer = new Map(nodes.map((node) => [node.key, node.sort === 'account' || node.sort === 'consumer']));
  const own = edges.filter(({ from, to }) => from === key && isCustomer.get(to));
  return own.length === 0 ? null : own.reduce((sum, { count }) => sum + count, 0);
}

/** The heading of a column. A mixed column is called items, because services are items too. */
function headingOf(inside: readonly PictureNode[], isRoot: boolean): string {
  const has = (sort: PictureSort) => inside.some((node) => node.sort === sort);
  if (has('account') || has('consumer')) return 'Customers';
  if (has('cases')) return has('product') ? 'Products and cases' : 'Associated cases';
  if (has('product')) return 'Products';
  if (isRoot) return inside.length === 1 ? 'Configuration item' : 'Configuration items';
  return has('item') ? 'Impacted items' : 'Impacted services';
}

/** The columns from left to right: the failing item, items that depend on it, products, customers. */
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
