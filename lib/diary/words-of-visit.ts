import type { VisitNews } from '#lib/record/visit-news.ts';
import type { Language } from '#lib/words/languages.ts';
import { shownWindow } from './shown-window.ts';

/** WO-10 · When and where an appointment is, and when it was before, as a mail says it; empty where it is about none. */
export function wordsOfVisit(visit: VisitNews | undefined, language: Language) {
  if (!visit) return { when: '', before: '', where: '' };
  const { from, to, before, timeZone, place } = visit;
  const shown = (window: { from: string; to: string }) =>
    shownWindow(new Date(window.from), new Date(window.to), timeZone, language);
  // Addresses have lines; a sentence has none.
  const where = place
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');
  return { when: shown({ from, to }), before: before ? shown(before) : '', where };
}
