const locales = new Map<string, string>();
/** More tags than browsers send; who makes some up makes the others be found out anew. */
const MOST = 200;

/** Nothing longer is a place where people read clocks. */
const TAG = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i;

/** What pages are written in. A person's own language is that of mails. */
export const PAGE_LANGUAGE = 'en';

function localeOf(language: string, tag: string): string {
  const { region } = new Intl.Locale(tag).maximize();
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions();
  const cycle = hourCycle === 'h23' || hourCycle === 'h24' ? 'h23' : 'h12';
  return new Intl.Locale(language, { ...(region ? { region } : {}), hourCycle: cycle }).toString();
}

/**
 * How dates and times are written for a reader: in the language of the product, as the region of the browser writes them,
 * by 12 or 24 hours as the browser has it. What is no language of a browser counts as the product's.
 */
export function readerLocale(language: string, acceptLanguage: string | null): string {
  const first = /^[^,;]*/.exec(acceptLanguage ?? '')?.[0].trim() ?? '';
  const tag = TAG.test(first) ? first : language;
  const key = `${language} ${tag}`;
  const known = locales.get(key);
  if (known) return known;
  const found = localeOf(language, tag);
  if (locales.size >= MOST) locales.clear();
  locales.set(key, found);
  return found;
}
