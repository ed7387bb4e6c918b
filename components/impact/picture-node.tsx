import { nodeLabel } from '#lib/impact/picture.ts';
import { NODE, type Placed } from './picture-layout.ts';

/** So many letters fit into a node. */
const FITS = 21;

const shortened = (label: string) => (label.length > FITS ? `${label.slice(0, FITS - 1).trimEnd()}…` : label);

/** A node of the picture; what is cut off its name is in its hint. */
export function PictureNode({ node, x, y }: Placed) {
  const label = nodeLabel(node);
  const [left, middle] = [-NODE.width / 2 + 10, node.broken ? -3 : 4];
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{label}</title>
      <rect
        x={-NODE.width / 2}
        y={-NODE.height / 2}
        width={NODE.width}
        height={NODE.height}
        rx={6}
        strokeDasharray={node.name === null ? '4 3' : undefined}
        className={
          node.broken
            ? 'fill-tone-red-soft stroke-tone-red'
            : node.sort === 'service'
              ? 'fill-accent-soft stroke-accent'
              : 'fill-surface stroke-line-strong'
        }
      />
      <text x={left} y={middle} className="fill-ink text-sm">
        {shortened(label)}
      </text>
      {node.broken && (
        <text x={left} y={12} className="fill-tone-red text-xs font-medium">
          not operational
        </text>
      )}
    </g>
  );
}
