import type { Language } from './languages.ts';

/** A date and time at a site, as a message carries it until the reader's language is known. */
export interface ZonedTime {
  at: Date;
  timeZone: string;
}

/** WO-10 · A date and time that names its zone: "Friday, 27 November 2026 at 09:00 (Europe/Berlin)". */
export function formatInZone({ at, timeZone }: ZonedTime, language: Language = 'en'): string {
  const format = new Intl.DateTimeFormat(language === 'ko' ? 'ko' : 'en-GB', {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  });
  return `${format.format(at)} (${timeZone.replaceAll('_', ' ')})`;
}
