import type { StateCore, Token } from 'markdown-it';
import { appUrl } from '#lib/platform/env.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';

const HERE = 'https://here.invalid';
const WITH_SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** A link's URL, as a browser parses it: with a scheme it is absolute, with or without slashes. */
const addressOf = (href: string) => (WITH_SCHEME.test(href) ? URL.parse(href) : URL.parse(href, HERE));

/** Whether a link stays on this site. Browsers read `//host`, also with a backslash, as another site. */
export const isOwn = (href: string) => /^\/(?!%5c)/i.test(href) && addressOf(href)?.origin === HERE;

/** A longer list of recipients is unreadable. */
const LONGEST = 100;

/** Allowed link schemes: a link must not start other programs on the reader's computer. */
export const SCHEMES = ['http', 'https', 'mailto', 'tel'];

const RECIPIENT: Readonly<Record<string, RegExp>> = { 'mailto:': /^[^/@]+@[^/]/, 'tel:': /^[+(]?\d/ };

/** A link's target: its address and a readable place name, or null for a link within this site. */
type Destination = { href: string; place: string | null };

/** Null if the target cannot be named. */
function destinationOf(href: string): Destination | null {
  const address = addressOf(href);
  // A browser may still open an address that cannot be parsed here.
  if (address === null) return null;
  if (address.origin === HERE) return { href, place: null };
  const { protocol, pathname: place } = address;
  if (/^https?:$/.test(protocol)) return { href: address.href, place: address.host };
  // Hidden extra recipients can follow the question mark, so the query is dropped.
  const isNamed = RECIPIENT[protocol]?.test(place) && place.length <= LONGEST;
  return isNamed ? { href: `${protocol}${place}`, place } : null;
}

/** Whether an auto-linked address equals its place, as a browser writes it, from the host on. */
function isPlace(words: string, href: string, place: string): boolean {
  if (!/^https?:/.test(href)) return words === place;
  const shown = words.replace(/^https?:\/\//i, '').toLowerCase();
  return shown.startsWith(place) && /^($|[/?#])/.test(shown.slice(place.length));
}

const textToken = (content: string, state: StateCore) => Object.assign(new state.Token('text', '', 0), { content });

/** The place name at the end of its link, in a `bdi` element so that earlier bidi marks cannot reorder it. */
const nameOf = (place: string, state: StateCore): Token[] => [
  textToken(' ', state),
  new state.Token('bdi_open', 'bdi', 1),
  textToken(`(${place})`, state),
  new state.Token('bdi_close', 'bdi', -1),
];

/** What may touch an address: opening or closing punctuation, then a visible space or the line's end. */
const BEGINS = /(^|[ \t\n\u00A0])[(<"'«“‘]?$/;
const ENDS = /^[)>"'»”’]?[.,;:!?]*[)>"'»”’]?($|[ \t\n\u00A0](?!\p{M}))/u;

/** Bidi marks and right-to-left letters: text near them may appear elsewhere than where it is written. */
const TURNS = /[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Text that looks like an address: a scheme, a recipient, or names joined by something like a dot. */
const ADDRESS = /:\/\/|@|[\p{L}\p{N}][.\u3002]\p{L}{2}/u;

/** A link's first and last token, and its visible text. */
type Link = { begin: number; end: number; words: string; to: Destination | null };

const isBreak = ({ type }: Token) => type.endsWith('break');
const readIn = (token: Token) => (isBreak(token) ? '\n' : token.content);

/** The links in a line. Browsers end a link where a nested one begins; here the outer link counts. */
function linksIn(tokens: readonly Token[]): Link[] {
  const links: Link[] = [];
  let [depth, begin] = [0, 0];
  for (const [end, { type }] of tokens.entries()) {
    if (type === 'link_open' && depth++ === 0) begin = end;
    if (type !== 'link_close' || --depth > 0) continue;
    const words = tokens.slice(begin, end).map(readIn).join('');
    links.push({ begin, end, words, to: destinationOf(String(tokens[begin]?.attrGet('href'))) });
  }
  return links;
}

function named(tokens: readonly Token[], state: StateCore): Token[] {
  const all = linksIn(tokens);
  // A link without visible text is no link: no reader would follow it.
  const links = all.filter(({ words, to }) => to !== null && !isBlank(words));
  const read = tokens.map(readIn);
  const touching = read.slice();
  // A space inside a link does not separate it from its neighbors.
  for (const { begin, end } of links) touching.fill('', begin, end)[begin] = '\uFFFC';

  /** Whether a link is a bare address that no neighboring text can extend. */
  function isBare({ begin, end }: Link): boolean {
    const around = [...read.slice(0, begin), ...read.slice(end)].join('');
    const [before, after] = [touching.slice(0, begin).join(''), touching.slice(end).join('')];
    return tokens[begin]?.info === 'auto' && BEGINS.test(before) && ENDS.test(after) && !TURNS.test(around);
  }

  /** Whether a local link's text, with its neighbors, could be read as another site's address. */
  function looksForeign({ begin, end, words }: Link): boolean {
    const before = read.slice(0, begin).join('').split(/\s/).at(-1);
    const [after] = read.slice(end).join('').split(/\s/, 1);
    return ADDRESS.test(`${before}${words}${after}`.normalize('NFKC'));
  }

  /** The place name to append to a link. Chosen text can always look like another place. */
  function placeOf(link: Link, { href, place }: Destination): string | null {
    if (place === null) return looksForeign(link) ? new URL(appUrl()).host : null;
    return isPlace(link.words, href, place) && isBare(link) ? null : place;
  }

  const drawn: Token[][] = tokens.map((token) => (token.type.startsWith('link_') ? [] : [token]));
  for (const link of links) {
    const [open, close] = [tokens[link.begin], tokens[link.end]];
    if (!open || !close || !link.to) continue;
    const place = placeOf(link, link.to);
    open.attrSet('href', link.to.href);
    drawn[link.begin] = [open];
    drawn[link.end] = [...(place === null ? [] : nameOf(place, state)), close];
    if (link.to.place === null) continue;
    for (let at = link.begin + 1; at < link.end; at++)
      drawn[at] = drawn[at]?.map((token) => inOneLine(token, state)) ?? [];
  }
  return drawn.flat();
}

/** Text of an external link on one line, so its name stays next to it. A browser collapses spaces. */
function inOneLine(token: Token, state: StateCore): Token {
  if (isBreak(token)) return textToken(' ', state);
  token.content = withoutInvisible(token.content).replaceAll(/\s+/g, ' ');
  return token;
}

/** ACC-12 · A link to another place ends with that place's name, because its text could claim any other. */
export function nameLinks(state: StateCore): void {
  for (const block of state.tokens) block.children &&= named(block.children, state);
}
