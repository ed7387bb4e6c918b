import { expect, it } from 'vitest';
import { missingLabels } from '#components/field/missing-labels.ts';
import { notSavedMessage } from './not-saved-message.ts';

const fields = [
  { name: 'resolutionCode', label: 'Resolution code' },
  { name: 'resolutionNotes', label: 'Resolution notes' },
];

it.each([
  [null, '', ['Resolution code', 'Resolution notes']],
  ['duplicate', '  ', ['Resolution notes']],
  ['duplicate', 'Restarted.', []],
])('with the code %s and the notes "%s", these are missing: %s', (resolutionCode, resolutionNotes, missing) => {
  const values: Record<string, string | null> = { resolutionCode, resolutionNotes };
  expect(missingLabels(fields, (name) => values[name] ?? null)).toEqual(missing);
});

it('a required text counts as a field', () => {
  const texts = { 'Additional comments': ' ', 'Work notes': false } as const;
  expect(missingLabels([], () => null, texts)).toEqual(['Additional comments']);
});

it('SYNC-5 · what cannot be saved yet names each missing field', () => {
  const missing = ['Resolution code', 'Resolution notes'];
  const refused = 'Choose how the incident was resolved.';
  expect(notSavedMessage('', [])).toBe('');
  expect(notSavedMessage(refused, [])).toBe('This cannot be saved yet: Choose how the incident was resolved.');
  expect(notSavedMessage(refused, missing)).toBe(
    'This cannot be saved yet: Choose how the incident was resolved. Missing: Resolution code and Resolution notes.',
  );
  expect(notSavedMessage('', ['Work notes'])).toBe('This cannot be saved yet. Missing: Work notes.');
});
