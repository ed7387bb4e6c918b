import { expect, it } from 'vitest';
import { hiddenSides, scrollToShow } from './tab-scroll.ts';

it.each([
  ['all of it fits', { scrollLeft: 0, clientWidth: 600, scrollWidth: 600 }, false, false],
  ['a browser rounds', { scrollLeft: 0.4, clientWidth: 600, scrollWidth: 601 }, false, false],
  ['it shows its start', { scrollLeft: 0, clientWidth: 600, scrollWidth: 900 }, false, true],
  ['it shows its middle', { scrollLeft: 150, clientWidth: 600, scrollWidth: 900 }, true, true],
  ['it shows its end', { scrollLeft: 300, clientWidth: 600, scrollWidth: 900 }, true, false],
])('a row of tabs shows on which side it hides some: %s', (_what, row, before, after) => {
  expect(hiddenSides(row)).toEqual({ before, after });
});

const box = (left: number, right: number) => ({ getBoundingClientRect: () => ({ left, right }) });

it.each([
  ['beyond the end', box(580, 700), 140],
  ['beneath the arrow at the end', box(480, 590), 30],
  ['in the middle', box(200, 300), 0],
  ['beyond the start', box(-60, 20), -100],
])('an open tab scrolls into sight: %s', (_where, tab, by) => {
  expect(scrollToShow(tab, box(0, 600))).toBe(by);
});
