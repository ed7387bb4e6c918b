import { nodeLabel } from '#lib/impact/picture.ts';
import { NODE, type Placed } from './picture-layout.ts';

/** Number of characters that fit into a node. */
const FITS = 20;

const shortened = (label: string) => (label.length > FITS ? `${label.slice(0, FITS - 1).trimEnd()}…` : label);

/** The line below the name: what is wrong, or how many customers it leads to. */
function below({ node: { broken }, customers }: PictureNodeProps) {
  if (broken) return { text: 'not operational', className: 'fill-tone-red text-xs font-medium' };
  if (customers === null) return null;
  const text = customers === 1 ? '1 customer' : `${customers.toLocaleString('en')} customers`;
  return { text, className: 'fill-ink-muted text-xs' };
}

type PictureNodeProps = Placed & { customers: number | null };

/** A node of the drawing; its tooltip has the full name. */
export function PictureNode({ node, x, y, customers }: PictureNodeProps) {
  const label = nodeLabel(node);
  const second = below({ node, x, y, customers });
  const left = -NODE.width / 2 + 10;
  const plain = node.sort === 'service' ? 'fill-accent-soft stroke-accent' : 'fill-surface stroke-line-strong';
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
        className={node.broken ? 'fill-tone-red-soft stroke-tone-red' : plain}
      />
      <text x={left} y={second ? -3 : 5} className="fill-ink text-sm">
        {shortened(label)}
      </text>
      {second && (
        <text x={left} y={13} className={second.className}>
          {second.text}
        </text>
      )}
    </g>
  );
}
