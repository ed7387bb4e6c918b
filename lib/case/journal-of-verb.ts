import { normalizeValue } from '#lib/external/values.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { type CaseVerb, caseVerbs } from '#lib/kinds/case/verbs.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { JournalInput } from '#lib/record/definition.ts';
import type { MoveCase } from './schema.ts';

/** REC-5 · Refuses texts that a button does not ask for, rather than dropping them. CASE-9 · Reopening needs a reason. */
export function verbAcceptsTexts({ verb, comment, workNote }: Omit<MoveCase, 'version'>): Verdict {
  const { label, asks: acceptedTexts }: CaseVerb = caseVerbs[verb];
  if (verb === 'reopen' && isBlank(workNote)) return no('CASE-9', 'Write why the solution is taken back.', 'workNote');
  if (comment && !acceptedTexts.includes('comment')) return no('REC-5', `${label} does not accept a comment.`);
  return workNote && !acceptedTexts.includes('workNote') ? no('REC-5', `${label} does not accept a work note.`) : yes;
}

/**
 * CASE-2 · The journal entries of a button. Customers read its comment, and the resolution notes only if they are shared; the
 * text "false" does not share them. Work notes belong to the buttons that ask for one (CASE-10).
 */
export function journalOfVerb({ verb, values = {}, comment, workNote }: Omit<MoveCase, 'version'>): JournalInput {
  const { leaves }: CaseVerb = caseVerbs[verb];
  if (leaves) return { workNote: leaves };
  const copiesNotes = values.addResolutionNotesToComments ?? false;
  const isShared = normalizeValue(caseFields.addResolutionNotesToComments, copiesNotes) === true;
  const notes = isShared ? String(values.resolutionNotes ?? '') : '';
  const words = [comment, notes].filter(Boolean).join('\n\n');
  return { ...(words ? { comment: words } : {}), ...(workNote ? { workNote } : {}) };
}
