import { Table, Td, Th } from '#components/ui/table.tsx';
import { columnsOf, type ImpactPicture, nodeLabel } from '#lib/impact/picture.ts';

/** IMP-3 · What the picture shows, as a table: everything with what it leads to, for those who cannot see it. */
export function PictureTable({ nodes, edges }: ImpactPicture) {
  const labels = new Map(nodes.map((node) => [node.key, nodeLabel(node)]));
  const rows = columnsOf(nodes).flatMap(({ label, nodes: inside }) => inside.map((node) => ({ node, sort: label })));
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
        {rows.map(({ node, sort }) => (
          <tr key={node.key}>
            <Td>
              {nodeLabel(node)}
              {node.broken && <span className="text-tone-red"> (not operational)</span>}
            </Td>
            <Td className="text-ink-muted">{sort}</Td>
            <Td data-label="Leads to" className="wrap-anywhere">
              {edges
                .filter(({ from }) => from === node.key)
                .map(({ to }) => labels.get(to))
                .join(', ')}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
