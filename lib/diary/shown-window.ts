import type { Language } from '#lib/words/languages.ts';

/** WO-10 · A date and time that names its zone: "Friday, 27 November 2026 at 09:00 (Europe/Berlin)". */
export function formatInZone(at: Date, timeZone: string, language: Language = 'en'): string {
  const shown = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${shown.format(at)} (${timeZone.replaceAll('_', ' ')})`;
}

/** The start and end of a window, in the site's time zone. */
export function shownWindow(from: Date, to: Date, timeZone: string, language: Language = 'en'): string {
  const shown = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${shown.formatRange(from, to)} (${timeZone.replaceAll('_', ' ')})`;
}
