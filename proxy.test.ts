import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { config } from './proxy.ts';

const [matcher = ''] = config.matcher;
const passesBy = (path: string) => !new RegExp(`^${matcher}$`).test(path);

it('ACC-5, Q-15 · only the framework’s own files, the icon and uploads pass by the proxy', () => {
  expect(['/_next/static/chunks/a.js', '/icon.svg', '/api/attachments', '/api/portal/files'].every(passesBy)).toBe(
    true,
  );
  const others = [
    '/',
    '/x.png',
    '/x.svg',
    '/robots.txt',
    '/icon.svg/x',
    '/a/icon.svg',
    '/_next/image',
    '/_next/data/x.json',
  ];
  expect([...others, '/api/attachments/1', '/api/attachments2', '/workspace/cases'].filter(passesBy)).toEqual([]);
  expect(globSync('app/icon.svg')).toEqual(['app/icon.svg']);
});
