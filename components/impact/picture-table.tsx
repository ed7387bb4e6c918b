import { Table, Td, Th } from '#components/ui/table.tsx';
import {
  columnsOf,
  countedSort,
  type ImpactPicture,
  nodeLabel,
  type PictureEdge,
  type PictureNode,
  sortLabel,
} from '#lib/impact/picture.ts';

/** What one thing leads to: of several in one, to how many of them; a service may be called as a product is. */
function targetLabel(edge: PictureEdge, node: PictureNode): string {
  if (edge.count > 1 && edge.count < node.count) return `${edge.count.toLocaleString('en')} of ${countedSort(node)}`;
  const isNamedTwice = node.sort === 'service' || node.sort === 'product';
  return isNamedTwice && node.name ? `${node.name} (${sortLabel(node).toLowerCase()})` : nodeLabel(node);
}

/** IMP-3 · What the picture shows, as a table: everything with what it leads to, for those who cannot see it. */
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
    <Table caption="What leads to what" stacked>
      <thead>
        <tr>
          <Th>What</Th>
          <Th>Sort</Th>
          <Th>Leads to</Th>
        </tr>
      </thead>
      <tbody>
        {leading.map((node) => (
          <tr key={node.key}>
            <Td>
              {nodeLabel(node)}
              {node.broken && <span className="text-tone-red"> (not operational)</span>}
            </Td>
            <Td className="text-ink-muted">{sortLabel(node)}</Td>
            <Td data-label="Leads to" className="wrap-anywhere">
              {leadsTo(node.key).join(', ')}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
