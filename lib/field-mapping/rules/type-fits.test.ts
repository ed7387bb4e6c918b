import { describe, expect, it } from 'vitest';
import { type Field, own } from '#lib/record/field.ts';
import { choices } from '#lib/words/choice.ts';
import { typeMismatch } from './type-fits.ts';

const few = choices([
  ['a', 'Alpha', 'a'],
  ['b', 'Beta', 'b'],
]);
const more = choices([
  ['a', 'Alpha', 'a'],
  ['b', 'Beta', 'b'],
  ['c', 'Gamma', 'c'],
]);

const field = (label: string, rest: object) =>
  ({ label, external: label.toLowerCase(), ...own.form, ...rest }) as Field;

const fields = {
  line: field('Line', { type: 'text', max: 100 }),
  longLine: field('Long line', { type: 'text', max: 200 }),
  text: field('Text', { type: 'long-text', max: 4_000 }),
  few: field('Few', { type: 'choice', choices: few }),
  more: field('More', { type: 'choice', choices: more }),
  rating: field('Rating', { type: 'rating', choices: few, required: true }),
  account: field('Account', { type: 'reference', target: 'account' }),
  contact: field('Contact', { type: 'reference', target: 'contact' }),
  person: field('Person', { type: 'reference', target: 'person' }),
  flag: field('Flag', { type: 'yes-no' }),
  otherFlag: field('Other flag', { type: 'yes-no' }),
  moment: field('Moment', { type: 'date-time' }),
  otherMoment: field('Other moment', { type: 'date-time' }),
  number: field('Number', { type: 'number' }),
  otherNumber: field('Other number', { type: 'number' }),
  money: field('Money', { type: 'money' }),
  otherMoney: field('Other money', { type: 'money' }),
};
type Name = keyof typeof fields;

describe('ADM-4 · a mismatch is described', () => {
  it.each<[Name, Name, string | null]>([
    ['longLine', 'line', null],
    [
      'line',
      'longLine',
      'Line cannot hold Long line: it takes one line of at most 100 characters, and Long line is one line of at most 200 characters.',
    ],
    ['text', 'line', null],
    [
      'line',
      'text',
      'Line cannot hold Text: it takes one line of at most 100 characters, and Text is a text of at most 4,000 characters.',
    ],
    ['more', 'few', null],
    ['few', 'more', 'Few cannot hold More: it has no choice "Gamma".'],
    ['rating', 'few', 'Rating cannot hold Few: it takes a choice of another type.'],
    ['account', 'account', null],
    ['person', 'contact', null],
    ['contact', 'person', 'Contact cannot hold Person: it takes a contact, and Person is a person.'],
    [
      'account',
      'line',
      'Account cannot hold Line: it takes an account, and Line is one line of at most 100 characters.',
    ],
    ['flag', 'otherFlag', null],
    ['flag', 'number', 'Flag cannot hold Number: it takes yes or no, and Number is a whole number.'],
    ['moment', 'otherMoment', null],
    [
      'moment',
      'line',
      'Moment cannot hold Line: it takes a date and time, and Line is one line of at most 100 characters.',
    ],
    ['number', 'otherNumber', null],
    ['number', 'money', 'Number cannot hold Money: it takes a whole number, and Money is an amount.'],
    ['money', 'otherMoney', null],
    ['money', 'flag', 'Money cannot hold Flag: it takes an amount, and Flag is yes or no.'],
  ])('%s of %s', (target, source, because) => {
    expect(typeMismatch(fields[target], fields[source])).toBe(because);
  });
});
