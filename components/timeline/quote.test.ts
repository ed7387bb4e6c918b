import { expect, it } from 'vitest';
import { below, quotation } from './quote.ts';
import { quotedInto } from './quoting.ts';

const inBerlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

it('a quotation says who and when, and quotes every line', () => {
  const text = 'It is **down**.\r\n\r\n- router\n> before\n';
  expect(quotation({ by: 'Ava Agent', at: '2026-11-22T09:00:00Z', text }, inBerlin).split('\n')).toEqual([
    '> Ava Agent wrote on 22 Nov 2026, 10:00 CET:',
    '>',
    '> It is **down**.',
    '>',
    '> - router',
    '> > before',
  ]);
});

it('a quotation is added below the typed text, after an empty line', () => {
  expect(below('', '> a')).toBe('> a\n\n');
  expect(below('Hello', '> a')).toBe('\n\n> a\n\n');
  expect(below('Hello\n', '> a')).toBe('\n> a\n\n');
  expect(below('> a\n\n', '> b')).toBe('> b\n\n');
});

it('REC-1 · a work note is never quoted in a comment, and users who may not write quote nothing', () => {
  const both = { comment: true, note: true };
  expect([quotedInto('comment', both), quotedInto('work_note', both)]).toEqual(['comment', 'work_note']);
  const comments = { comment: true, note: false };
  expect([quotedInto('comment', comments), quotedInto('work_note', comments)]).toEqual(['comment', null]);
  const notes = { comment: false, note: true };
  expect([quotedInto('comment', notes), quotedInto('work_note', notes)]).toEqual(['work_note', 'work_note']);
  const none = { comment: false, note: false };
  expect([quotedInto('comment', none), quotedInto('work_note', none)]).toEqual([null, null]);
});
