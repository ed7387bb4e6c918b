'use server';

import { action } from '#lib/door/action.ts';
import { previewEntry } from './preview-entry.ts';
import { PreviewEntry } from './schema.ts';

/** REC-1 · The text of an entry as readers will see it. */
export const previewEntryAction = action(
  { permission: 'text.preview', input: PreviewEntry, limit: 'preview' },
  async (actor, input) => ({ data: { html: await previewEntry(actor, input) } }),
);
