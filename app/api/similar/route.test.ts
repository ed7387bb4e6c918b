import { expect, test } from 'vitest';
import { GET } from './route.ts';

test.each([
  ['CS0001001', true],
  ['', false],
  ['  ', false],
  ['\0', false],
  ['x'.repeat(21), false],
])('REC-5 · the number %j is one that a case may have: %s', (number, may) => {
  expect(GET.shapes.query?.safeParse({ number }).success).toBe(may);
});
