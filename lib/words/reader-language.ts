import { type Language, languages } from './languages.ts';

/** The browser's accepted languages, in its order: `ko-KR,ko;q=0.9,en;q=0.8`. */
function wanted(acceptLanguage: string): string[] {
  return acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().split(';');
      return {
        language: tag.trim().slice(0, 2).toLowerCase(),
        quality: Number(/^\s*q=([\d.]+)$/.exec(quality)?.[1] ?? 1),
      };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}

const isLanguage = (language: string): language is Language => languages.some((each) => each === language);

/** POR-10 · The browser's first language that the product supports, or English. */
export function browserLanguage(acceptLanguage: string | null): Language {
  return wanted(acceptLanguage ?? '').find(isLanguage) ?? 'en';
}

/** POR-10 · The language of a user's pages: the chosen one, or else the browser's. */
export function readerLanguage(
  { language, languageChosen }: { language: string; languageChosen: boolean },
  acceptLanguage: string | null,
): Language {
  // English is the default; another language was set for the user by someone.
  if ((languageChosen || language !== 'en') && isLanguage(language)) return language;
  return browserLanguage(acceptLanguage);
}
