import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [25_000_000, '25.0 MB'],
  [340_000_000, '340 MB'],
])('REC-4 · %d bytes read %s', (bytes, read) => {
  expect(fileSize(bytes)).toBe(read);
});
