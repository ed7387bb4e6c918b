import { normalizeValue } from '#lib/external/values.ts';
import type { JournalInput } from '#lib/task/definition.ts';
import { caseFields } from './fields.ts';
import type { MoveCase } from './schema.ts';
import { type CaseVerb, caseVerbs } from './verbs.ts';

/**
 * CASE-2 · What the customer reads of a button: the comment of one that asks for it, and the resolution notes only where
 * they are to be shared. A "false" that comes in as a text shares nothing. A work note goes with the buttons that ask for
 * one (CASE-10).
 */
export function journalOfVerb({ verb, values = {}, comment, workNote }: Omit<MoveCase, 'version'>): JournalInput {
  const { asks: asksFor }: CaseVerb = caseVerbs[verb];
  const said = asksFor.includes('comment') ? comment : undefined;
  const noted = workNote && asksFor.includes('workNote') ? { workNote } : {};
  const asked = values.addResolutionNotesToComments ?? false;
  const isShared = normalizeValue(caseFields.addResolutionNotesToComments, asked) === true;
  const notes = isShared ? String(values.resolutionNotes ?? '') : '';
  const words = [said, notes].filter(Boolean).join('\n\n');
  return { ...(words ? { comment: words } : {}), ...noted };
}
