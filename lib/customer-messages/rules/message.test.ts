import { expect, it } from 'vitest';
import { messageFits } from './message.ts';

it.each([
  ['Hello {{contact}}, {{ number }}', null],
  ['{{nobody}}', '{{nobody}}'],
  ['{{number}} and {{nobody}}', '{{nobody}}'],
  ['Hello {{number', '{{number'],
  ['Hello {{number}, yes', '{{number}'],
  ['number}} it is', '}}'],
])('NOT-1 · of %j the wrong variable %j is named, with those that there are', (text, wrong) => {
  const verdict = messageFits(text);
  const known = '{{number}}, {{short_description}}, {{contact}}, {{account}}, {{state}}';
  expect(verdict.ok ? null : verdict.because).toBe(wrong && `There is no variable ${wrong}. There are ${known}.`);
});
