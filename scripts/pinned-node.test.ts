import { expect, it } from 'vitest';
import { whyNotHere } from './pinned-node.mjs';

it('a start says in one sentence what the machine lacks', () => {
  expect(whyNotHere('linux', '20.9.0')).toBeNull();
  expect(whyNotHere('darwin', '24.7.0')).toBeNull();
  expect(whyNotHere('linux', '20.8.1')).toBe('Node 20.9 or later is needed: this is 20.8.1.');
  expect(whyNotHere('linux', '18.20.0')).toBe('Node 20.9 or later is needed: this is 18.20.0.');
  expect(whyNotHere('win32', '24.7.0')).toBe('Casebridge runs on Linux: on Windows use its Linux (WSL 2).');
});
