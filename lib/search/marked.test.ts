import { describe, expect, it } from 'vitest';
import { marked, typedWords } from './marked.ts';

/** The text with marked pieces in brackets. */
const shown = (text: string, words: string, anywhere = false) =>
  marked(text, words, anywhere)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('marks', () => {
  it.each([
    ['The router flickers', 'flick', 'The router [flickers]'],
    ['The router flickers', 'router flick', 'The [router] [flickers]'],
    ['The router flickers', 'rout flick', 'The router [flickers]'],
    ['Routers and ROUTER', 'router', '[Routers] and [ROUTER]'],
    ['Start of art', 'art', 'Start of [art]'],
    ['sdwan-ctl-1 is down, 1 of 2', 'sdwan-ctl-1', '[sdwan-ctl-1] is down, 1 of 2'],
    ['router and branch', 'router/branch', '[router] and [branch]'],
    ['It costs 5 (five)', '(five)', 'It costs 5 ([five])'],
    ['a.b axb', 'a.b', '[a.b] axb'],
    ['ZÜRICH', 'zürich', '[ZÜRICH]'],
    ['O’Brien’s', 'o’brien', '[O’Brien]’s'],
    ['<b>bold</b>', 'bold', '<b>[bold]</b>'],
    ['nothing', '%_\\"\'', 'nothing'],
    ['', 'word', ''],
    ['Störung in Düsseldorf', 'dusseldorf', 'Störung in [Düsseldorf]'],
    ['Die Straße ist dunkel', 'strasse', 'Die [Straße] ist dunkel'],
    ['Łódź steht', 'lodz', '[Łódź] steht'],
    ['Du\u0308sseldorf', 'düsseldorf', '[Du\u0308sseldorf]'],
    ['東京タワーの障害', 'タワー', '東京[タワー]の障害'],
    ['부산 남구청', '남구', '부산 [남구]청'],
  ])('"%s" searched for "%s"', (text, words, expected) => expect(shown(text, words)).toBe(expected));

  it('in names a part is enough', () => {
    expect(shown('Boxeo Labs', 'oxe', true)).toBe('B[oxe]o Labs');
    expect(shown('cora.customer@example.test', 'customer@ex', true)).toBe('cora.[customer@ex]ample.test');
    expect(shown('Boxeo Labs', 'oxe')).toBe('Boxeo Labs');
  });

  it('words are split at white space, without duplicates and surrounding punctuation', () => {
    expect(typedWords(' (router), router  "e-mail"! ?? ')).toEqual(['router', 'e-mail']);
  });
});
