import { Graph, layout } from '@dagrejs/dagre';
import { columnsOf, type ImpactPicture, type PictureNode } from '#lib/impact/picture.ts';

export const NODE = { width: 146, height: 40 } as const;
const HEAD = 28;

export type Placed = { node: PictureNode; x: number; y: number };
export type PictureLayout = {
  width: number;
  height: number;
  columns: { label: string; x: number }[];
  nodes: Placed[];
  /** The drawn line of each edge. */
  lines: { key: string; d: string }[];
};

type Point = { x: number; y: number };

/** A line that leaves a node on the right and enters the next from the left, through the points between. */
function lineOf(points: readonly Point[]): string {
  return points.reduce((line, { x, y }, index) => {
    const before = points[index - 1];
    if (!before) return `M ${x} ${y}`;
    const middle = (before.x + x) / 2;
    return `${line} C ${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
  }, '');
}

/** IMP-3 · Positions of all nodes: each in its column, ordered so that few lines cross. */
export function layOut({ nodes, edges }: ImpactPicture): PictureLayout {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranker: 'none', nodesep: 10, edgesep: 6, ranksep: 52, marginx: 1, marginy: 1 });
  graph.setDefaultEdgeLabel(() => ({}));
  const columns = columnsOf(nodes);
  // The layout engine adds a rank for edge labels between two columns.
  const rankOf = new Map(columns.flatMap(({ nodes: inside }, column) => inside.map(({ key }) => [key, column * 2])));
  // If several orders are equally good, the engine puts the last node on top.
  for (const { key } of nodes.toReversed()) graph.setNode(key, { ...NODE, rank: rankOf.get(key) });
  for (const { from, to } of edges.toReversed()) graph.setEdge(from, to);
  layout(graph);

  const at = (key: string): Point => {
    const { x = 0, y = 0 } = graph.node(key);
    return { x, y: y + HEAD };
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height: height + HEAD,
    columns: columns.map(({ label, nodes: [first] }) => ({ label, x: first ? at(first.key).x - NODE.width / 2 : 0 })),
    nodes: nodes.map((node) => ({ node, ...at(node.key) })),
    lines: edges.map(({ from, to }) => {
      const isNext = (rankOf.get(to) ?? 0) - (rankOf.get(from) ?? 0) <= 2;
      const bends: Point[] = isNext ? [] : (graph.edge(from, to).points ?? []);
      const between = bends.slice(1, -1).map(({ x, y }) => ({ x, y: y + HEAD }));
      const [start, end] = [at(from), at(to)];
      const first = { x: start.x + NODE.width / 2, y: start.y };
      const last = { x: end.x - NODE.width / 2, y: end.y };
      return { key: `${from} ${to}`, d: lineOf([first, ...between, last]) };
    }),
  };
}
