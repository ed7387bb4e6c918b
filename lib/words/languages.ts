import { choices } from './choice.ts';

/** MAIL-10 · Languages of emails; each has a set of templates. */
export const languages = ['en', 'ko'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (name: string): name is Language => (languages as readonly string[]).includes(name);

/** Languages for forms, each by its own name. */
export const languageChoices = choices([
  ['en', 'English', 'en'],
  ['ko', '한국어', 'ko'],
] satisfies readonly [Language, string, string][]);
