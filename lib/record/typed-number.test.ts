import { describe, expect, it } from 'vitest';
import { numberRanges, typedNumber } from './typed-number.ts';

const meant = (words: string, prefix: string) => {
  const typed = typedNumber(words);
  return typed && numberRanges(typed, prefix);
};
const includes = (words: string, number: string) => {
  const found = meant(words, number.replace(/\d+$/, ''));
  return (
    found !== null && (found.exact === number || found.ranges.some(([low, high]) => low <= number && number <= high))
  );
};

describe('a typed number', () => {
  it.each([
    ['inc10024', 'INC0010024'],
    ['INC0010024', 'INC0010024'],
    ['Inc 10024', 'INC0010024'],
    ['inc-10024', 'INC0010024'],
    ['cs1052', 'CS0001052'],
    ['10024', 'INC0010024'],
    ['0010024', 'INC0010024'],
    ['inc0', 'INC0000000'],
  ])('%s is %s', (words, number) => expect(meant(words, number.replace(/\d+$/, ''))?.exact).toBe(number));

  it.each([
    ['inc1002', 'INC0010024'],
    ['INC00100', 'INC0010024'],
    ['100', 'INC0010024'],
    ['inc1', 'INC1234567'],
    ['inc0', 'INC0010024'],
  ])('%s is the beginning of %s', (words, number) => expect(includes(words, number)).toBe(true));

  it.each([
    ['inc1003', 'INC0010024'],
    ['cs10024', 'INC0010024'],
    ['inc01', 'INC0010024'],
    ['inc10024', 'INC0010025'],
    ['24', 'INC0010024'],
  ])('%s is not %s', (words, number) => expect(includes(words, number)).toBe(false));

  it.each(['', 'router', 'inc', 'inc10024x', 'router 5', '1.5', '1234567890', '%', 'inc١٢'])('"%s" is none', (words) =>
    expect(typedNumber(words)).toBeNull(),
  );
});
