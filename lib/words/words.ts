import { portal as portalEn } from './en/portal.ts';
import { records as recordsEn } from './en/records.ts';
import { refusals as refusalsEn } from './en/refusals.ts';
import { wayIn as wayInEn } from './en/way-in.ts';
import { portal as portalKo } from './ko/portal.ts';
import { records as recordsKo } from './ko/records.ts';
import { refusals as refusalsKo } from './ko/refusals.ts';
import { wayIn as wayInKo } from './ko/way-in.ts';
import type { Language } from './languages.ts';
import { filled, type Message, type ParamsOf, type Translated } from './message.ts';
import { formatInZone, type ZonedTime } from './zoned-time.ts';

const en = { ...portalEn, ...recordsEn, ...refusalsEn, ...wayInEn };

type Texts = typeof en;

/** Texts for customers, by key, in each language. */
export const texts: Readonly<Record<Language, Translated<Texts>>> = {
  en,
  ko: { ...portalKo, ...recordsKo, ...refusalsKo, ...wayInKo },
};

export type WordKey = keyof Texts;

type Params<Key extends WordKey> = { readonly [Name in ParamsOf<Texts[Key]>]: string | number };

type Given<Key extends WordKey> = [ParamsOf<Texts[Key]>] extends [never] ? [] : [params: Params<Key>];

/** Returns a message in one language. */
export type Say = {
  <Key extends WordKey>(key: Key, ...given: Given<Key>): string;
  language: Language;
};

/** A key with its parameters, as a rule returns it and a page shows it. */
export type MessageRef = { key: WordKey; params: Readonly<Record<string, string | number | ZonedTime>> };

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key);

export function wordsIn(language: Language): Say {
  const say = (key: WordKey, params: MessageRef['params'] = NONE) => sayIn(language, { key, params });
  return Object.assign(say, { language });
}

const NONE = {};

/** Renders a message from the key and parameters that a rule returned. */
export function sayIn(language: Language, { key, params }: MessageRef): string {
  const message: Message = texts[language][key];
  const text = typeof message === 'string' ? message : message[formOf(language, Number(params.count))];
  if (params === NONE) return text;
  const shown = Object.entries(params).map(([name, value]) => [name, shownIn(language, value)]);
  return filled(text, Object.fromEntries(shown));
}

function shownIn(language: Language, value: string | number | ZonedTime): string {
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
  return typeof value === 'string' ? value : formatInZone(value, language);
}

const formOf = (language: Language, count: number) =>
  new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other';

/** Picks the messages of a client component, so that only these are sent to the browser. */
export function pick<Key extends WordKey>(say: Say, keys: readonly Key[]): Readonly<Record<Key, string>> {
  return Object.fromEntries(keys.map((key) => [key, textOf(say.language, key)])) as Record<Key, string>;
}

function textOf(language: Language, key: WordKey): string {
  const message: Message = texts[language][key];
  return typeof message === 'string' ? message : message.other;
}
