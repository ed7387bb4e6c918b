import { describe, expect, test } from 'vitest';
import {
  complaintAbout,
  isPropertyName,
  type PropertyDeclaration,
  type PropertyName,
  properties,
} from './properties.ts';

const all = Object.entries(properties) as [PropertyName, PropertyDeclaration][];

describe.each(all)('%s', (name, declaration) => {
  test('ADM-1 · its default is a value that it may have', () => {
    expect(complaintAbout(name, declaration.default)).toBeNull();
  });

  test.each(['', 'yes', '1.5', '-1', ' 5', '1e3', '0x10', '9999999999'])('ADM-1 · %j is refused in words', (value) => {
    expect(complaintAbout(name, value)).toMatch(/^Must be .+\.$/);
  });
});

const integers = all.flatMap(([name, each]) => (each.type === 'integer' ? [{ name, ...each }] : []));

test.each(integers)('ADM-1 · $name is refused below its range', ({ name, min }) => {
  expect(complaintAbout(name, String(min))).toBeNull();
  expect(complaintAbout(name, String(min - 1))).toMatch(/whole number/);
});

test('ADM-1 · above the range, the range is named', () => {
  expect(complaintAbout('attachment.max_size_mb', '100')).toBeNull();
  expect(complaintAbout('attachment.max_size_mb', '101')).toBe('Must be a whole number from 1 to 100.');
});

test('ADM-1 · what JavaScript objects have of themselves is no property', () => {
  expect(isPropertyName('constructor')).toBe(false);
});
