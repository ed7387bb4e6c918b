import { expect, test } from 'vitest';
import { emptyNotice, fillIn, variablesAreKnown } from './variables.ts';

const values = {
  'customer.first_name': 'Cora',
  'customer.name': 'Cora Customer',
  number: 'CS0001001',
  short_description: 'The *line* is down',
  state: 'Open',
  'agent.name': 'Ava Agent',
  'agent.first_name': 'Ava',
};

test.each(['Hello', '{{number}}', '{{ customer.first_name }}', '{ {x} }', '{{\n}}'])(
  'REC-5 · %j has no variable that there is not',
  (text) => {
    expect(variablesAreKnown(text)).toEqual({ ok: true });
  },
);

test.each([
  ['{{number}} {{customer.nam}}', '{{customer.nam}}'],
  ['{{}}', '{{}}'],
  ['{{__proto__}}', '{{__proto__}}'],
  ['{{Number}}', '{{Number}}'],
])('REC-5 · %j is refused, with the name and those that there are', (text, name) => {
  expect(variablesAreKnown(text)).toEqual({
    ok: false,
    rule: 'REC-5',
    field: 'text',
    because: `There is no variable ${name}. There are {{customer.first_name}}, {{customer.name}}, {{number}}, {{short_description}}, {{state}}, {{agent.name}}, {{agent.first_name}}.`,
  });
});

test('reply templates · values stand in the place of variables, as plain text', () => {
  const text =
    'Hello {{customer.first_name}},\n\n**{{ number }}** ({{short_description}}) is {{state}}.\n\n{{agent.name}}';
  expect(fillIn(text, values)).toEqual({
    text: String.raw`Hello Cora,

**CS0001001** (The \*line\* is down) is Open.

Ava Agent`,
    empty: [],
  });
});

test('reply templates · what stands in a value is no variable', () => {
  const filled = fillIn('{{short_description}}', { ...values, short_description: '{{number}} $& $1' });
  expect(filled).toEqual({ text: '{{number}} $& $1', empty: [] });
});

test('reply templates · what has no value is an empty text, and said once', () => {
  const nobody = { ...values, 'customer.first_name': '', 'customer.name': ' ' };
  const { text, empty } = fillIn('Hello {{customer.name}}!{{customer.name}}', nobody);
  expect(text).toBe('Hello !');
  expect(emptyNotice(empty)).toBe('{{customer.name}} is empty on this record.');
  expect(emptyNotice(fillIn('{{customer.first_name}}{{customer.name}}', nobody).empty)).toBe(
    '{{customer.first_name}} and {{customer.name}} are empty on this record.',
  );
  expect(emptyNotice([])).toBeNull();
});
