import type { Language } from '#lib/words/languages.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Templates } from './template.ts';

/** MAIL-10 · The email templates, by the reader's language. */
export const templatesOf: Readonly<Record<Language, Templates>> = { en, ko };
