import { expect, test } from 'vitest';
import { changeLine } from './sentences.ts';

test('REC-2 · a change is shown with the label of its field', () => {
  const change = { field: 'holdReason', from: '', to: 'Awaiting Vendor', version: 2 };
  expect(changeLine('incident', change)).toEqual({ label: 'On hold reason', from: '', to: 'Awaiting Vendor' });
});

test('REC-2 · a long text is cut', () => {
  const line = changeLine('case', { field: 'description', from: '', to: 'x'.repeat(5_000), version: 2 });
  expect(line.to.length).toBeLessThan(300);
});
