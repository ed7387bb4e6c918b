const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Creating a formatter is the slowest part of rendering many times, so each is created once. */
function cached<Formatter>(make: (locale: string, timeZone: string) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: string, timeZone = ''): Formatter => {
    const key = `${locale} ${timeZone}`;
    const formatter = made.get(key) ?? make(locale, timeZone);
    made.set(key, formatter);
    return formatter;
  };
}

const moments = cached(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
);
const days = cached((locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }));
const times = cached((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }));
const dayKeys = cached((_locale, timeZone) => new Intl.DateTimeFormat('sv', { timeZone }));
const languages = cached((locale) => new Intl.DisplayNames(locale, { type: 'language' }));
const distances = cached((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));

/** Date and time: 21 Nov 2026, 14:05. */
export function exactTime(at: Date, locale: string, timeZone: string): string {
  return moments(locale, timeZone).format(at);
}

/** The day alone: 21 Nov 2026. */
export function exactDay(at: Date, locale: string, timeZone: string): string {
  return days(locale, timeZone).format(at);
}

/** The time alone: 14:05. */
export function timeOfDay(at: Date, locale: string, timeZone: string): string {
  return times(locale, timeZone).format(at);
}

/** A key of the local day, the same for all times of that day. */
export function dayKey(at: Date, timeZone: string): string {
  return dayKeys('', timeZone).format(at);
}

/** A language's name in the reader's language: German. */
export function languageName(language: string, locale: string): string {
  return languages(locale).of(language) ?? language;
}

/** A day heading: Today, Yesterday, 12 Nov 2026. */
export function dayName(at: Date, now: number, locale: string, timeZone: string): string {
  const day = dayKey(at, timeZone);
  if (day === dayKey(new Date(now), timeZone)) return 'Today';
  if (day === dayKey(new Date(now - DAY), timeZone)) return 'Yesterday';
  return exactDay(at, locale, timeZone);
}

/** How long ago or how soon, in the reader's language; beyond a week, the date. */
export function relativeTime(at: Date, now: number, locale: string, timeZone: string): string {
  const away = at.getTime() - now;
  const distance = Math.abs(away);
  if (distance >= 7 * DAY) return exactDay(at, locale, timeZone);

  const words = distances(locale);
  if (distance < MINUTE) return words.format(0, 'second');
  if (distance < HOUR) return words.format(Math.trunc(away / MINUTE), 'minute');
  if (distance < DAY) return words.format(Math.trunc(away / HOUR), 'hour');
  return words.format(Math.trunc(away / DAY), 'day');
}
