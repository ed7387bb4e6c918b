import { normalizeValue } from '#lib/external/values.ts';
import type { JournalInput } from '#lib/task/definition.ts';
import { caseFields } from './fields.ts';
import type { MoveCase } from './schema.ts';

/**
 * CASE-2 · What the customer reads of a button: the comment, and the resolution notes only where they are to be shared. A
 * "false" that comes in as a text shares nothing.
 */
export function wordsOfVerb({ values = {}, comment }: MoveCase): JournalInput {
  const asked = values.addResolutionNotesToComments ?? false;
  const isShared = normalizeValue(caseFields.addResolutionNotesToComments, asked) === true;
  const notes = isShared ? String(values.resolutionNotes ?? '') : '';
  const words = [comment, notes].filter(Boolean).join('\n\n');
  return words ? { comment: words } : {};
}
