import { describe, expect, it } from 'vitest';
import { localizedRefusal } from '#lib/door/localized-refusal.ts';
import { portal } from './en/portal.ts';
import { records } from './en/records.ts';
import { refusals } from './en/refusals.ts';
import { wayIn } from './en/way-in.ts';
import { languages } from './languages.ts';
import type { Message } from './message.ts';
import { browserLanguage, readerLanguage } from './reader-language.ts';
import { isWordKey, pick, texts, wordsIn } from './words.ts';

const forms = (message: Message) => (typeof message === 'string' ? [message] : [message.one, message.other]);
const paramsIn = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted((a, b) => a.localeCompare(b));

describe('messages', () => {
  const keys = Object.keys(texts.en).filter(isWordKey);

  it.each(languages)(
    'POR-10 · in %s every message has words, and the parameters that it has in English',
    (language) => {
      expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(texts.en).sort());
      for (const key of keys) {
        const [english, own]: [Message, Message] = [texts.en[key], texts[language][key]];
        for (const form of forms(own)) expect(form.trim(), key).not.toBe('');
        expect(paramsIn(forms(own).at(-1) ?? ''), key).toEqual(paramsIn(forms(english).at(-1) ?? ''));
      }
    },
  );

  it('POR-10 · Korean is written in Korean', () => {
    const latin = keys.filter((key) => !forms(texts.ko[key]).every((form) => /[가-힣]|^[^a-zA-Z]*\{/.test(form)));
    expect(latin).toEqual([]);
  });

  it('POR-22 · customers read no name of the insides: no incident, no rule, no code', () => {
    const inside = /\b(incident|ticket|RITM|CI|task|journal|work note|case|resolved|state|priority|null|undefined)\b/i;
    const shown = keys.flatMap((key) => forms(texts.en[key]).map((text) => [key, text] as const));
    expect(shown.filter(([key, text]) => key !== 'refused.ACC-6' && inside.test(text))).toEqual([]);
  });

  it('POR-10 · parameters are put in, numbers as the language writes them, and a number decides the form', () => {
    const say = wordsIn('en');
    expect(say('home.hello', { name: 'Cora' })).toBe('Hello Cora');
    expect(say('home.waits.all', { count: 1 })).toBe('See it');
    expect(say('home.waits.all', { count: 1_234 })).toBe('See all 1,234');
    expect(wordsIn('ko')('home.waits.all', { count: 1 })).toBe('1건 모두 보기');
    expect(pick(wordsIn('ko'), ['case.send'])).toEqual({ 'case.send': '보내기' });
  });

  it('POR-10 · braces in a parameter’s value are not replaced', () => {
    expect(wordsIn('en')('list.none.found', { words: '{name}' })).toBe('Nothing matches “{name}”.');
  });
});

describe('whose language', () => {
  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['de-DE,ko;q=0.5,en;q=0.7', 'en'],
    ['de-DE', 'en'],
    ['ko;q=0', 'en'],
    ['', 'en'],
    [null, 'en'],
    ['x'.repeat(10_000), 'en'],
  ])('POR-10 · a browser that says %s reads %s', (header, language) => expect(browserLanguage(header)).toBe(language));

  it('POR-10 · the language of the profile goes before that of the browser, once it was chosen', () => {
    expect(readerLanguage({ language: 'en', languageChosen: false }, 'ko')).toBe('ko');
    expect(readerLanguage({ language: 'en', languageChosen: true }, 'ko')).toBe('en');
    expect(readerLanguage({ language: 'ko', languageChosen: false }, 'en')).toBe('ko');
  });
});

describe('refusals', () => {
  const refused = (more: object) => localizedRefusal('ko', { ok: false, message: 'INC0010001 is Closed.', ...more });

  it('POR-10, POR-22 · a refusal has its rule’s text for customers, never the text for staff', () => {
    expect(refused({ rule: 'CASE-5' }).message).toBe(texts.ko['refused.CASE-5']);
    expect(refused({ rule: 'SYNC-7' }).message).toBe(texts.ko['refused.other']);
    expect(JSON.stringify(refused({ rule: 'SYNC-7', details: { current: 'INC0010001' } }))).not.toContain('INC0010001');
  });

  it('POR-10 · a rule of the portal says its key with parameters, at its field too', () => {
    const said = { key: 'colleague.owner', params: { name: 'Cora' } } as const;
    const { message, fieldErrors } = refused({ rule: 'POR-19', field: 'email', fieldErrors: { email: 'x' }, said });
    expect([message, fieldErrors]).toEqual([
      'Cora 님은 이미 볼 수 있습니다.',
      { email: 'Cora 님은 이미 볼 수 있습니다.' },
    ]);
  });

  it('POR-10, WO-12 · the next free time is a date in the language of the reader, in the zone of the site', () => {
    const next = { at: new Date('2026-11-27T08:00:00Z'), timeZone: 'Europe/Berlin' };
    const { message } = refused({ rule: 'WO-12', said: { key: 'refused.WO-12', params: { next } } });
    expect(message).toContain('2026년 11월 27일 금요일 오전 9:00 (Europe/Berlin)');
  });

  it('REC-5 · a field error is a key, any other error a sentence without internals', () => {
    const { fieldErrors } = refused({ rule: 'REC-5', fieldErrors: { text: 'field.message', other: 'Too big: 3' } });
    expect(fieldErrors).toEqual({ text: texts.ko['field.message'], other: texts.ko['refused.REC-5'] });
  });

  it('POR-21 · a confirmation “saved before” is kept, so that the next call is a new one', () => {
    const again = refused({ rule: 'REC-5', details: { savedBefore: true } });
    expect([again.message, again.details]).toEqual([texts.ko['refused.again'], { savedBefore: true }]);
  });
});

it('POR-10 · no key is in two files: one would hide the other', () => {
  const keys = [portal, records, refusals, wayIn].flatMap((texts) => Object.keys(texts));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
