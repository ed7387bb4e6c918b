import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

test.each([
  [0, 'under 1 min'],
  [29, 'under 1 min'],
  [31, '1 min'],
  [59 * MINUTE, '59 min'],
  [HOUR, '1 h'],
  [3 * HOUR + 20 * MINUTE, '3 h 20 min'],
  [DAY - 1, '24 h'],
  [DAY, '1 d'],
  [2 * DAY + 4 * HOUR, '2 d 4 h'],
  [3 * DAY - 60, '3 d'],
  [1_200 * DAY, '1,200 d'],
])('%i seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
