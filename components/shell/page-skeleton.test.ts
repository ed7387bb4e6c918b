import { expect, test } from 'vitest';
import { shapeOf } from './page-skeleton.tsx';

test.each([
  ['/workspace', 'home'],
  ['/workspace/cases', 'list'],
  ['/workspace/search', 'list'],
  ['/workspace/customers/accounts', 'list'],
  ['/workspace/customers/accounts/ACCT0001001', 'record'],
  ['/workspace/cases/CS0001001', 'record'],
  ['/workspace/cases/new', 'record'],
  ['/admin/users', 'list'],
  ['/admin/users/1', 'record'],
] as const)('%s is waited for in the shape of a %s', (pathname, shape) => {
  expect(shapeOf(pathname)).toBe(shape);
});
