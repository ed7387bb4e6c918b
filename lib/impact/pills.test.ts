import { expect, it } from 'vitest';
import { emptyPillText, impactPillNames } from './pills.ts';

it('IMP-2 · “nobody is affected” is shown for the whole record only, not for an empty filter', () => {
  const claims = impactPillNames.filter((pill) => emptyPillText(pill).title.includes('No affected customers'));
  expect(claims).toEqual(['all']);
});
