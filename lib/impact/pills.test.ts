import { expect, it } from 'vitest';
import { emptyPillText, impactPillNames } from './pills.ts';

it('IMP-2 · that nobody is affected is said of all of them, and never of an empty pill', () => {
  const claims = impactPillNames.filter((pill) => emptyPillText(pill).title.includes('No affected customers'));
  expect(claims).toEqual(['all']);
});
