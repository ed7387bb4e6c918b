import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, piecesOf } from './cut-text.ts';

const MAX = 100;
const filler = (length: number) => 'word '.repeat(length / 5);

describe('Q-19 · a long text is cut at a sensible place', () => {
  test.each([
    ['before a new paragraph', `${filler(60)}end.\n\n`, `Next\nline ${filler(60)}`],
    ['at an empty line, if what follows belongs to a list', `- ${filler(60)}\n\n`, `  more of it\n${filler(60)}`],
    ['at the end of a line', `${filler(60)}end\n`, 'x'.repeat(60)],
    ['between words', `${filler(100)}`, 'x'.repeat(60)],
    ['anywhere, if it is one word', 'x'.repeat(100), 'x'.repeat(60)],
    ['not within a character of two parts', 'x'.repeat(99), '😀'.repeat(30)],
  ])('%s', (_where, beginning, rest) => {
    expect(cutText(beginning + rest, MAX)).toEqual([beginning, rest]);
  });

  test('not at all where it is short', () => {
    expect(cutText('x'.repeat(MAX), MAX)).toEqual(['x'.repeat(MAX), '']);
  });

  test.each(['```', '~~~~'])('within a block of code by %s, which is closed and opened again', (marks) => {
    const code = Array.from({ length: 20 }, (_, line) => `line(${line});`).join('\n');
    const [beginning, rest] = cutText(`${marks}ts\n${code}\n${marks}`, MAX);
    expect(beginning.split('\n').at(-1)).toBe(marks);
    expect(rest.split('\n')[0]).toBe(`${marks}ts`);
  });

  test('after a block of code, which is left alone', () => {
    const text = `\`\`\`\ncode\n\`\`\`\n${filler(60)}\n\n${filler(100)}`;
    expect(cutText(text, MAX).join('')).toBe(text);
  });
});

describe('Q-19 · the pieces of a text', () => {
  const words = fc.constantFrom('a', ' ', '\n', '\n\n', '- ', '```', '\n```\n', '~~~', '*', '😀', '`', '> ');
  const texts = fc.array(words, { maxLength: 3_000 }).map((parts) => parts.join(''));

  test('are of bounded size, and nothing of it is lost', () => {
    const bare = (text: string) => text.replaceAll(/[\s`~]/g, '');
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = piecesOf(text, 1_000);
        for (const piece of pieces) expect(piece.length).toBeLessThan(1_100);
        expect(pieces.length).toBeLessThan(2 + text.length / 400);
        expect(bare(pieces.join('')).replaceAll(/[a-]|>|\*|😀/gu, '')).toBe('');
        expect(count(pieces.join(''))).toBe(count(text));
      }),
      { numRuns: 200 },
    );
  });

  const count = (text: string) => text.split('😀').length;
});
