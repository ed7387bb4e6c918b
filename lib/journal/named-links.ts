import type { StateCore, Token } from 'markdown-it';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';

const HERE = 'https://here.invalid';
const WITH_SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Where a link leads, as a browser reads it: behind a scheme stands an address of its own, with or without slashes. */
const addressOf = (href: string) => (WITH_SCHEME.test(href) ? URL.parse(href) : URL.parse(href, HERE));

/** Whether a link stays here. Browsers take `//host`, and a backslash in its place, for another site. */
export const isOwn = (href: string) => /^\/(?!%5c)/i.test(href) && addressOf(href)?.origin === HERE;

const LONGEST = 100;

/** What a link reaches elsewhere: a site by its host, or an address of mail or a telephone; null where it stays here. */
function placeOf(address: URL | null): string | null {
  if (address === null || address.origin === HERE) return null;
  if (/^https?:$/.test(address.protocol)) return address.host;
  return /^(mailto|tel):$/.test(address.protocol) ? address.pathname.slice(0, LONGEST) : null;
}

/** Whether words are the place itself: its address as a browser writes it, from the host on. */
function isPlace(words: string, place: string): boolean {
  const shown = words.replace(/^https?:\/\//i, '').toLowerCase();
  return shown.startsWith(place.toLowerCase()) && /^($|[/?#])/.test(shown.slice(place.length));
}

/** The name of a place behind its link, in a box that no mark of direction before it turns round. */
function nameOf(place: string, state: StateCore): Token[] {
  const text = (content: string) => Object.assign(new state.Token('text', '', 0), { content });
  return [
    text(' '),
    new state.Token('bdi_open', 'bdi', 1),
    text(`(${place})`),
    new state.Token('bdi_close', 'bdi', -1),
  ];
}

function named(tokens: readonly Token[], state: StateCore): Token[] {
  let [depth, words, place]: [number, string, string | null] = [0, '', null];
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') {
      depth += 1;
      // A browser ends a link where another begins in it: the outer one is the whole.
      if (depth > 1) return [];
      const address = addressOf(String(token.attrGet('href')));
      [words, place] = ['', placeOf(address)];
      if (place !== null && address) token.attrSet('href', address.href);
      return [token];
    }
    if (token.type === 'link_close') {
      depth -= 1;
      if (depth > 0) return [];
      const isSaid = place === null || isBlank(words) || isPlace(words, place);
      return isSaid ? [token] : [token, ...nameOf(place ?? '', state)];
    }
    if (depth > 0 && place !== null) token.content = withoutInvisible(token.content);
    words += token.content;
    return [token];
  });
}

/** ACC-12 · Behind words that lead to another place stands its name: words can be those of any other. */
export function nameLinks(state: StateCore): void {
  for (const block of state.tokens) block.children &&= named(block.children, state);
}
