import type { Language } from '#lib/words/languages.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Templates } from './template.ts';

/** MAIL-10 · What mails say, in the language of who reads them. */
export const templatesOf: Readonly<Record<Language, Templates>> = { en, ko };
