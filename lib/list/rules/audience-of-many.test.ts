import { expect, it } from 'vitest';
import { audienceOfMany } from './audience-of-many.ts';

const cora = 'Cora Customer will be emailed.';
const nobody = 'This case has no customer yet who would see this.';

it('MAIL-10 · the readers of a bulk comment are listed once if all are equal, else by number', () => {
  const one = { number: 'CS1', audience: cora };
  const [other, third] = [
    { ...one, number: 'CS2' },
    { number: 'CS3', audience: nobody },
  ];
  expect(audienceOfMany([])).toEqual([]);
  expect(audienceOfMany([one, other])).toEqual([cora]);
  expect(audienceOfMany([one, third, other])).toEqual([`${cora} (CS1, CS2)`, `${nobody} (CS3)`]);
});
