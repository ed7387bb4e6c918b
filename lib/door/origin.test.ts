import { describe, expect, it } from 'vitest';
import { isCrossOrigin } from './origin.ts';

const app = 'https://desk.example.com';

describe('ACC-5', () => {
  it.each([
    ['POST', 'https://evil.example', null, true],
    ['POST', 'https://desk.example.com.evil.example', null, true],
    ['POST', 'http://desk.example.com', null, true],
    ['POST', 'null', null, true],
    ['POST', null, 'cross-site', true],
    ['DELETE', 'https://evil.example', null, true],
    ['OPTIONS', 'https://evil.example', null, true],
    ['POST', app, null, false],
    ['POST', app, 'same-origin', false],
    ['POST', null, 'same-origin', false],
    ['POST', null, null, false],
    ['GET', 'https://evil.example', 'cross-site', false],
  ])('ACC-5 · %s from origin %s, sent %s: foreign is %s', (method, origin, site, foreign) => {
    const headers = new Headers();
    if (origin) headers.set('origin', origin);
    if (site) headers.set('sec-fetch-site', site);
    expect(isCrossOrigin({ method, headers }, app)).toBe(foreign);
  });

  it('ACC-5 · the names of this machine are one place, its ports are not', () => {
    const from = (origin: string) =>
      isCrossOrigin({ method: 'POST', headers: new Headers({ origin }) }, 'http://localhost:3000');
    expect(from('http://127.0.0.1:3000')).toBe(false);
    expect(from('http://127.0.0.1:3001')).toBe(true);
  });
});
