import { describe, expect, it } from 'vitest';
import { columnsOf, type ImpactPicture, nodeLabel, type PictureNode } from '#lib/impact/picture.ts';
import { layOut, NODE } from './picture-layout.ts';

const node = (key: string, sort: PictureNode['sort'], depth = 0): PictureNode => ({
  key,
  sort,
  depth,
  name: key,
  count: 1,
  broken: false,
});

const shops = Array.from({ length: 40 }, (_, index) => `Shop ${index}`);

const picture: ImpactPicture = {
  nodes: [
    node('db', 'item'),
    node('gateway', 'item', 1),
    node('relay', 'service', 2),
    node('Relay', 'product'),
    node('Boxeo', 'account'),
    ...shops.map((shop) => node(shop, 'account')),
  ],
  edges: [
    { from: 'db', to: 'gateway', count: 1 },
    { from: 'gateway', to: 'relay', count: 1 },
    { from: 'gateway', to: 'Relay', count: 1 },
    { from: 'db', to: 'Relay', count: 1 },
    { from: 'Relay', to: 'Boxeo', count: 1 },
    ...shops.map((to) => ({ from: 'Relay', to, count: 1 })),
  ],
};

describe('IMP-3 · the picture', () => {
  it('has columns from what fails to the accounts', () => {
    const columns = columnsOf(picture.nodes).map(({ label, nodes }) => [label, nodes.length]);
    expect(columns).toEqual([
      ['Configuration item', 1],
      ['Impacted items', 1],
      ['Impacted services', 1],
      ['Products', 1],
      ['Customers', 41],
    ]);
  });

  it.each([
    [[node('db', 'item'), node('mail', 'service')], ['Configuration items']],
    [[node('one', 'item', 1), node('two', 'service', 1)], ['Impacted items']],
    [[node('cases', 'cases')], ['Associated cases']],
    [[node('cases', 'cases'), node('Relay', 'product')], ['Products and cases']],
  ])('calls a column what stands in it (%#)', (nodes, labels) => {
    expect(columnsOf(nodes).map(({ label }) => label)).toEqual(labels);
  });

  it('puts each node into its column, and none upon another', () => {
    const { nodes, columns, width, height } = layOut(picture);
    const xs = [...new Set(nodes.map(({ x }) => x))].toSorted((one, other) => one - other);
    expect(xs).toHaveLength(columns.length);
    expect(columns.map(({ x }) => x + NODE.width / 2)).toEqual(xs);
    for (const one of nodes) {
      expect(one.x + NODE.width / 2).toBeLessThanOrEqual(width);
      expect(one.y + NODE.height / 2).toBeLessThanOrEqual(height);
      const upon = nodes.filter(
        (other) => other !== one && other.x === one.x && Math.abs(other.y - one.y) < NODE.height,
      );
      expect(upon).toEqual([]);
    }
  });

  it('draws every way as a line from one node to the other', () => {
    const { lines } = layOut(picture);
    expect(lines).toHaveLength(picture.edges.length);
    for (const { d } of lines) expect(d).toMatch(/^M [\d.]+ [\d.]+( C( -?[\d.]+){6})+$/);
  });

  it.each([
    [{ name: 'Boxeo', sort: 'account', count: 1 }, 'Boxeo'],
    [{ name: null, sort: 'account', count: 43 }, '43 accounts'],
    [{ name: null, sort: 'consumer', count: 1 }, '1 consumer'],
    [{ name: null, sort: 'cases', count: 1_200 }, '1,200 associated cases'],
  ] as const)('calls %o %s', (named, label) => {
    expect(nodeLabel(named)).toBe(label);
  });
});
