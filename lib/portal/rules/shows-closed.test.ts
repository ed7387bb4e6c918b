import { expect, it } from 'vitest';
import { showsClosed } from './shows-closed.ts';

it.each([
  ['issues', '', false, false],
  ['requests', '', false, false],
  ['issues', '', true, true],
  ['requests', 'printer', false, true],
  ['all', '', false, true],
  ['action', '', false, true],
] as const)(
  'POR-2 · %s, looking for "%s", asked for closed ones %s: shows closed ones %s',
  (list, words, closed, shown) => {
    expect(showsClosed({ list, words, closed })).toBe(shown);
  },
);
