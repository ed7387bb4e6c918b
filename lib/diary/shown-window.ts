import type { Language } from '#lib/words/languages.ts';

/** The start and end of a window, in the site's time zone. */
export function shownWindow(from: Date, to: Date, timeZone: string, language: Language = 'en'): string {
  const shown = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${shown.formatRange(from, to)} (${timeZone.replaceAll('_', ' ')})`;
}
