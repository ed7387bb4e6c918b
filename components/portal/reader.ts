import type { Say } from '#lib/words/words.ts';

/** The reader of a portal page: the texts of the language, and the date formats. */
export type PortalReader = { say: Say; locale: string; timeZone: string };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.keys(options).join()}`;
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, ...hourOf(locale, options), timeZone });
  formatters.set(key, known);
  return known;
}

/** Two digits on a 24-hour clock, also without a zone: 08:15. A 12-hour clock keeps 8:15 AM. */
function hourOf(locale: string, { hour }: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour }).resolvedOptions();
  return hour && hourCycle === 'h23' ? { hour: '2-digit' } : {};
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = { ...DAY, hour: 'numeric', minute: '2-digit' } as const;

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** The time alone: 14:05. */
export const timeOfDay = (at: string, { locale, timeZone }: PortalReader) =>
  formatter(locale, timeZone, CLOCK).format(new Date(at));

/** The day alone: 25 Nov 2026. */
export const day = (at: string, { locale, timeZone }: PortalReader) =>
  formatter(locale, timeZone, DAY).format(new Date(at));

/** Date and time: 25 Nov 2026, 14:05. */
export const dateTime = (at: string, { locale, timeZone }: PortalReader) =>
  formatter(locale, timeZone, TIME).format(new Date(at));

/** POR-22 · Date and time with zone: 25 Nov 2026, 14:05 GMT+1. */
export const dateTimeInZone = (at: string, { locale, timeZone }: PortalReader) =>
  formatter(locale, timeZone, { ...TIME, timeZoneName: 'short' }).format(new Date(at));
