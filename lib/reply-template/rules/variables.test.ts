import { expect, test } from 'vitest';
import { fillIn, valuesUsed, variablesAreKnown } from './variables.ts';

const values = {
  'customer.first_name': 'Cora',
  'customer.name': 'Cora Customer',
  number: 'CS0001001',
  short_description: String.raw`The \*line\* is down`,
  state: 'Open',
  'agent.name': 'Ava Agent',
  'agent.first_name': 'Ava',
};

test.each(['Hello', '{{number}}', '{{ customer.first_name }}', '{ {x} }', '{number}', '}}', '{{{number}}}'])(
  'REC-5 · %j has no unknown variable',
  (text) => {
    expect(variablesAreKnown(text)).toEqual({ ok: true });
  },
);

test.each([
  ['{{number}} {{customer.nam}}', '{{customer.nam}}'],
  ['{{}}', '{{}}'],
  ['{{__proto__}}', '{{__proto__}}'],
  ['{{Number}}', '{{Number}}'],
  ['{{\n}}', '{{ }}'],
  ['{{customer\n.nam}}', '{{customer .nam}}'],
  ['Hello {{number}, thank you', '{{number}'],
  ['Hello {{number', '{{number'],
  ['{{{{number}}', '{{'],
])('REC-5 · %j is refused, with the name and those that there are', (text, name) => {
  expect(variablesAreKnown(text)).toEqual({
    ok: false,
    rule: 'REC-5',
    field: 'text',
    because: `There is no variable ${name}. There are {{customer.first_name}}, {{customer.name}}, {{number}}, {{short_description}}, {{state}}, {{agent.name}}, {{agent.first_name}}.`,
  });
});

test.each([
  ['a line break', '{{num\nber}}'],
  ['a space', '{{num ber}}'],
  ['a mark without width', '{{num\u200bber}}'],
  ['a joiner', '{{num\u200dber}}'],
  ['a mark between its braces', '{\u200d{number}}'],
  ['a mark of direction at its end', '{{number\u200e}}'],
])('REC-5 · a variable with %s in it is refused as the intended variable', (_what, text) => {
  const because = 'Retype {{number}} without spaces, line breaks or invisible characters.';
  expect(variablesAreKnown(`Hello ${text}!`)).toEqual({ ok: false, rule: 'REC-5', field: 'text', because });
});

test('reply templates · values replace variables unchanged', () => {
  const text =
    'Hello {{customer.first_name}},\n\n**{{ number }}** ({{short_description}}) is {{state}}.\n\n{{agent.name}}';
  expect(fillIn(text, values)).toEqual({
    text: String.raw`Hello Cora,

**CS0001001** (The \*line\* is down) is Open.

Ava Agent`,
    notice: null,
  });
});

test('reply templates · a variable inside a value is not replaced', () => {
  const filled = fillIn('{{short_description}}', { ...values, short_description: '{{number}} $& $1' });
  expect(filled).toEqual({ text: '{{number}} $& $1', notice: null });
});

test('reply templates · a missing value is an empty text, and reported once', () => {
  const nobody = { ...values, 'customer.first_name': '', 'customer.name': '' };
  expect(fillIn('Hello {{customer.name}}!{{customer.name}}', nobody)).toEqual({
    text: 'Hello !',
    notice: '{{customer.name}} is empty on this record.',
  });
  expect(fillIn('{{customer.first_name}}{{customer.name}}', nobody).notice).toBe(
    '{{customer.first_name}} and {{customer.name}} are empty on this record.',
  );
});

test('reply templates · a text includes only the values that it uses', () => {
  expect(valuesUsed('{{ number }} {{number}} {{state}} {{nothing}}', values)).toEqual({
    number: 'CS0001001',
    state: 'Open',
  });
});

test('ACC-12 · a filled-in text is no longer than an entry, and is not cut inside a character', () => {
  const text = '{{short_description}}'.repeat(400);
  const fill = (description: string) => fillIn(text, { short_description: description });
  expect(fill('x'.repeat(80))).toEqual({ text: 'x'.repeat(32_000), notice: null });
  const cut = fill('x'.repeat(81));
  expect(cut.text).toBe('x'.repeat(32_000));
  expect(cut.notice).toMatch(/longer than 32000 characters: its end is cut off/);
  expect(fill(`y${'😀'.repeat(50)}`).text.isWellFormed()).toBe(true);
});
