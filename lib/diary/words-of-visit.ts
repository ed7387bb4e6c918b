import type { VisitChange } from '#lib/record/visit-change.ts';
import type { Language } from '#lib/words/languages.ts';
import { shownWindow } from './shown-window.ts';

/** WO-10 · An appointment's time and place, and its previous time, as text for an email; empty if there is no visit. */
export function wordsOfVisit(visit: VisitChange | undefined, language: Language) {
  if (!visit) return { when: '', before: '', where: '' };
  const { from, to, before, timeZone, place } = visit;
  const shown = (window: { from: string; to: string }) =>
    shownWindow(new Date(window.from), new Date(window.to), timeZone, language);
  // Joins the lines of the address, so that it fits into a sentence.
  const where = place
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');
  return { when: shown({ from, to }), before: before ? shown(before) : '', where };
}
