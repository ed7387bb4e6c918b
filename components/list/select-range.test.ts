import { expect, it } from 'vitest';
import { setRange } from './select-range.ts';

const boxes = (marks: string) => marks.split('').map((mark) => ({ checked: mark === 'x' }));
const marks = (all: readonly { checked: boolean }[]) => all.map(({ checked }) => (checked ? 'x' : '.')).join('');

it.each([
  ['downwards', '.x...x.', 1, 5, '.xxxxx.'],
  ['upwards', '.x...x.', 5, 1, '.xxxxx.'],
  ['off as well as on', 'xxxx.xx', 0, 4, '.....xx'],
  ['one alone', '..x....', 2, 2, '..x....'],
])('a range gets what its last box got: %s', (_what, before, from, to, after) => {
  const all = boxes(before);
  const [one, other] = [all[from], all[to]];
  if (!one || !other) throw new Error('There is no such box.');
  setRange(all, one, other);
  expect(marks(all)).toBe(after);
});

it('a range from a row that no longer exists changes nothing', () => {
  const all = boxes('..x');
  const [gone = { checked: true }] = boxes('x');
  setRange(all, gone, all[2] ?? gone);
  expect(marks(all)).toBe('..x');
});
