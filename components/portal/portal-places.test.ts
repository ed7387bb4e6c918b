import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordsIn } from '#lib/words/words.ts';
import { portalPlaces } from './portal-places.ts';

it('POR-1 · the header leads to home, lists, a new issue, requests, the catalog, work orders and the profile, each of which is there', () => {
  const places = portalPlaces(wordsIn('en'));
  expect(places.map(({ label }) => label)).toEqual([
    'Home',
    'My Lists',
    'Report an issue',
    'Requests',
    'Request Something',
    'Work Orders',
    'Profile',
  ]);
  expect(places.filter(({ href }) => !existsSync(`app${href}/page.tsx`))).toEqual([]);
});
