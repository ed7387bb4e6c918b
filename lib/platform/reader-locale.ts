const locales = new Map<string, string>();
/** More tags than browsers send. Made-up tags only evict cached tags, which are then computed again. */
const MAX = 200;

/** Language, script and region; longer tags do not change how times are written. */
const TAG = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i;

/** The language of pages. A person's own language applies to mails. */
export const PAGE_LANGUAGE = 'en';

function localeOf(language: string, tag: string): string {
  const { region } = new Intl.Locale(tag).maximize();
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions();
  const cycle = hourCycle === 'h23' || hourCycle === 'h24' ? 'h23' : 'h12';
  return new Intl.Locale(language, { ...(region ? { region } : {}), hourCycle: cycle }).toString();
}

/**
 * The locale for dates and times: the product's language, with the browser's region and its 12- or 24-hour clock.
 * If the browser's language tag is not valid, the product's region and clock apply.
 */
export function readerLocale(language: string, acceptLanguage: string | null): string {
  const first = /^[^,;]*/.exec(acceptLanguage ?? '')?.[0].trim() ?? '';
  const tag = TAG.test(first) ? first : language;
  const key = `${language} ${tag}`;
  const known = locales.get(key);
  if (known) return known;
  const found = localeOf(language, tag);
  if (locales.size >= MAX) locales.clear();
  locales.set(key, found);
  return found;
}
