import { expect, it, test } from 'vitest';
import { plainMarkdown } from '#lib/reply-template/plain-markdown.ts';
import { plainText } from './plain-text.ts';

it.each([
  '[P1] Payments *all* fail',
  '# 1. Not a heading',
  '1. not a list',
  'a_b __c__ ~~d~~ `e` <f> &amp; g',
  String.raw`C:\new\*.txt and a \ alone`,
])('MAIL-2, NOT-1 · %j stands in the plain text of a mail as it was typed', (text) => {
  expect(plainText(plainMarkdown(text))).toBe(text);
});

test('MAIL-2 · what is code has its signs, and marks of people stay', () => {
  const code = '**Type** `a\\*b`, or\n\n```sh\nls \\*.txt\n```\n\n~~~\n\\[\n~~~\n';
  expect(plainText(`${code}\\[end\\] \\\`x\\\``)).toBe(`${code}[end] \`x\``);
});

test('Q-11 · a text that was made to be slow is not', () => {
  const text = Array.from({ length: 240 }, (_, at) => '`'.repeat(at + 1)).join(' ');
  const began = performance.now();
  plainText(text);
  expect(performance.now() - began).toBeLessThan(1_000);
});
