import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath, pathOfSide } from './own-path.ts';

test.each([
  '/workspace',
  '/workspace/cases/CS0001001?tab=history#e1',
  '/go/INC0010001',
  '/portal/cases/CS1?q=a%2Fb%20c',
])('ACC-3 · sign-in returns to %s', (path) => {
  expect(ownPath(path)).toBe(path);
});

const ELSEWHERE = [
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
  '/login/',
  '/reset?token=a',
  '/invitation?token=a',
  '/%2f%2fevil.example',
  '/%2F/evil.example',
  '/%5cevil.example',
  '/%255cevil.example',
  '/%25252f%25252fevil.example',
  '/%09/evil.example',
  '/%0d%0aset-cookie:a',
  '/%00',
  '/workspace\u0085',
  '/workspace?\n',
  '/%',
];

test.each(ELSEWHERE)('POR-17 · sign-in does not return to %j', (path) => {
  expect(ownPath(path)).toBe('/');
  expect(pathOfSide(path, 'internal')).toBe('/workspace');
  expect(pathOfSide(path, 'external')).toBe('/portal');
});

test.each([
  ['/portal', '/workspace', '/portal'],
  ['/portal/cases/CS1?answer=accept', '/workspace', '/portal/cases/CS1?answer=accept'],
  ['/portalx', '/portalx', '/portal'],
  ['/workspace/cases/CS1', '/workspace/cases/CS1', '/portal'],
  ['/admin', '/admin', '/portal'],
  ['/workspace/../portal', '/workspace', '/portal'],
  ['/portal/../admin', '/admin', '/portal'],
  ['/%70ortal', '/workspace', '/%70ortal'],
  ['/go/CS0001001', '/go/CS0001001', '/go/CS0001001'],
])('POR-17 · %s redirects staff to %s and customers to %s', (path, staff, customer) => {
  expect(pathOfSide(path, 'internal')).toBe(staff);
  expect(pathOfSide(path, 'external')).toBe(customer);
});

test('POR-17 · with any return path, the browser stays on this site and on its own side', () => {
  const pieces = [
    '/',
    '\\',
    '%2f',
    '%5c',
    '%25',
    '.',
    '..',
    '\t',
    '\n',
    '\0',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'portal',
    'admin',
    'https:',
  ];
  const path = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3, unit: 'binary' })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(path, fc.constantFrom('internal' as const, 'external' as const), (parts, audience) => {
      for (const from of [parts.join(''), `/${parts.join('')}`]) {
        const led = pathOfSide(from, audience);
        const { origin, pathname } = new URL(led, 'https://desk.example.com');
        expect(origin).toBe('https://desk.example.com');
        expect(led).toMatch(/^\/(?![/\\])/);
        expect(led).not.toMatch(/[\p{Cc}\\]/u);
        if (pathname.startsWith('/go/')) continue;
        if (audience === 'external') expect(decodeURIComponent(pathname)).toMatch(/^\/portal(\/|$)/);
        else expect(decodeURIComponent(pathname)).not.toMatch(/^\/portal(\/|$)/);
      }
    }),
    { numRuns: 2_000 },
  );
});
