import { choices } from './choice.ts';

/** MAIL-10 · The languages of mails: of each there is a set of templates. */
export const languages = ['en', 'ko'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (name: string): name is Language => (languages as readonly string[]).includes(name);

/** The languages as forms offer them, each by its own name. */
export const languageChoices = choices([
  ['en', 'English', 'en'],
  ['ko', '한국어', 'ko'],
] satisfies readonly [Language, string, string][]);
