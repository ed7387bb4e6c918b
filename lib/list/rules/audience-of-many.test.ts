import { expect, it } from 'vitest';
import { audienceOfMany } from './audience-of-many.ts';

const cora = 'Cora Customer will be emailed.';
const nobody = 'This case has no customer yet who would see this.';

it('MAIL-10 · who reads a comment on many is said once where it is the same, and by number where it is not', () => {
  const one = { number: 'CS1', audience: cora };
  const [other, third] = [
    { ...one, number: 'CS2' },
    { number: 'CS3', audience: nobody },
  ];
  expect(audienceOfMany([])).toEqual([]);
  expect(audienceOfMany([one, other])).toEqual([cora]);
  expect(audienceOfMany([one, third, other])).toEqual([`${cora} (CS1, CS2)`, `${nobody} (CS3)`]);
});
