import { DataTable } from '#components/ui/data-table.tsx';
import {
  columnsOf,
  countedSort,
  type ImpactPicture,
  nodeLabel,
  type PictureEdge,
  type PictureNode,
  sortLabel,
} from '#lib/impact/picture.ts';

/** Label of an edge's target: a count if several nodes are merged. A service may share its name with a product. */
function targetLabel(edge: PictureEdge, node: PictureNode): string {
  if (edge.count > 1 && edge.count < node.count) return `${edge.count.toLocaleString('en')} of ${countedSort(node)}`;
  const isNamedTwice = node.sort === 'service' || node.sort === 'product';
  return isNamedTwice && node.name ? `${node.name} (${sortLabel(node).toLowerCase()})` : nodeLabel(node);
}

/** IMP-3 · The drawing as a table, for those who cannot see it: each node with its targets. */
export function PictureTable({ nodes, edges }: ImpactPicture) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const leadsTo = (key: string) =>
    edges.flatMap((edge) => {
      const target = edge.from === key && byKey.get(edge.to);
      return target ? [targetLabel(edge, target)] : [];
    });
  const leading = columnsOf(nodes)
    .flatMap((column) => column.nodes)
    .filter(({ sort }) => sort !== 'account' && sort !== 'consumer');
  return (
    <DataTable
      caption="Dependencies"
      stacked
      rows={leading}
      rowKey={(node) => node.key}
      columns={[
        {
          heading: 'Item',
          cell: (node) => (
            <>
              {nodeLabel(node)}
              {node.broken && <span className="text-tone-red"> (not operational)</span>}
            </>
          ),
        },
        { heading: 'Type', cellClass: 'text-ink-muted', cell: (node) => sortLabel(node) },
        {
          heading: 'Affects',
          labeled: true,
          cellClass: 'wrap-anywhere',
          cell: (node) => leadsTo(node.key).join(', '),
        },
      ]}
    />
  );
}
