import { expect, test } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { previewEntry } from './preview-entry.ts';

const w = await world();

test('REC-1 · the preview of an entry is what its readers will see, and is safe', async () => {
  const html = await previewEntry(w.ava, { text: 'The **router**\n\n<script>alert(1)</script>' });
  expect(html).toContain('<strong>router</strong>');
  expect(html).not.toContain('<script');
});

test('ACC-6 · customers do not write in the workspace', () => {
  expect(() => previewEntry(w.cora, { text: 'x' })).toThrow(expect.objectContaining({ rule: 'ACC-6' }));
});
