import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/workspace', '/workspace/cases/CS0001001?tab=history#e1', '/go/INC0010001'])(
  'ACC-3 · sign-in leads back to %s',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  null,
  undefined,
  '',
  'workspace',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/login?from=/login',
])('ACC-3 · sign-in does not lead to %j', (path) => {
  expect(ownPath(path)).toBe('/');
});
