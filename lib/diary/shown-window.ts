import type { Language } from '#lib/words/languages.ts';

/** WO-10 · When something is, in words that name the zone: "Friday, 27 November 2026 at 09:00 (Europe/Berlin)". */
export function shownMoment(at: Date, timeZone: string, language: Language = 'en'): string {
  const shown = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${shown.format(at)} (${timeZone.replaceAll('_', ' ')})`;
}

/** From when to when, in the zone of the site. */
export function shownWindow(from: Date, to: Date, timeZone: string, language: Language = 'en'): string {
  const shown = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${shown.formatRange(from, to)} (${timeZone.replaceAll('_', ' ')})`;
}
