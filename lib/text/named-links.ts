import type { StateCore, Token } from 'markdown-it';
import { appUrl } from '#lib/platform/env.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';

const HERE = 'https://here.invalid';
const WITH_SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Where a link leads, as a browser reads it: behind a scheme stands an address of its own, with or without slashes. */
const addressOf = (href: string) => (WITH_SCHEME.test(href) ? URL.parse(href) : URL.parse(href, HERE));

/** Whether a link stays here. Browsers take `//host`, and a backslash in its place, for another site. */
export const isOwn = (href: string) => /^\/(?!%5c)/i.test(href) && addressOf(href)?.origin === HERE;

/** A list of addresses that is longer than this cannot be read. */
const LONGEST = 100;

/** What a link may be for: other programs of a reader's machine are nobody's to start. */
export const SCHEMES = ['http', 'https', 'mailto', 'tel'];

const RECIPIENT: Readonly<Record<string, RegExp>> = { 'mailto:': /^[^/@]+@[^/]/, 'tel:': /^[+(]?\d/ };

/** Where a link leads: its address and the name of the place, which is null where it stays here. */
type Destination = { href: string; place: string | null };

/** Null: nothing that can be named. */
function destinationOf(href: string): Destination | null {
  const address = addressOf(href);
  // A browser may read what is no address here.
  if (address === null) return null;
  if (address.origin === HERE) return { href, place: null };
  const { protocol, pathname: place } = address;
  if (/^https?:$/.test(protocol)) return { href: address.href, place: address.host };
  // Who else would get the mail stands behind the question mark, where nobody sees it.
  const isNamed = RECIPIENT[protocol]?.test(place) && place.length <= LONGEST;
  return isNamed ? { href: `${protocol}${place}`, place } : null;
}

/** Whether an address that became a link as it stood is the place itself, as a browser writes it, from the host on. */
function isPlace(words: string, href: string, place: string): boolean {
  if (!/^https?:/.test(href)) return words === place;
  const shown = words.replace(/^https?:\/\//i, '').toLowerCase();
  return shown.startsWith(place) && /^($|[/?#])/.test(shown.slice(place.length));
}

const textToken = (content: string, state: StateCore) => Object.assign(new state.Token('text', '', 0), { content });

/** The name of a place as the end of its link, in a box that no mark of direction before it turns round. */
const nameOf = (place: string, state: StateCore): Token[] => [
  textToken(' ', state),
  new state.Token('bdi_open', 'bdi', 1),
  textToken(`(${place})`, state),
  new state.Token('bdi_close', 'bdi', -1),
];

/** What may touch an address: signs that begin or end, and then a blank that one sees, or the end of the line. */
const BEGINS = /(^|[ \t\n\u00A0])[(<"'«“‘]?$/;
const ENDS = /^[)>"'»”’]?[.,;:!?]*[)>"'»”’]?($|[ \t\n\u00A0](?!\p{M}))/u;

/** Marks of direction, and letters that run from right to left: what is seen beside an address may stand elsewhere in the text. */
const TURNS = /[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** What can be read as an address: a scheme, a recipient, or names with what looks like a dot between them. */
const ADDRESS = /:\/\/|@|[\p{L}\p{N}][.\u3002]\p{L}{2}/u;

/** From which token to which a link reaches, and what is read in it. */
type Link = { begin: number; end: number; words: string; to: Destination | null };

const isBreak = ({ type }: Token) => type.endsWith('break');
const readIn = (token: Token) => (isBreak(token) ? '\n' : token.content);

/** The links of a line. A browser ends a link where another begins in it: the outer one is the whole. */
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
  // What shows nothing is no link: nobody means to follow it, and it ends nothing that stands before it.
  const links = all.filter(({ words, to }) => to !== null && !isBlank(words));
  const read = tokens.map(readIn);
  const touching = read.slice();
  // A blank in a link parts it from nothing: it is a piece of that link.
  for (const { begin, end } of links) touching.fill('', begin, end)[begin] = '\uFFFC';

  /** Whether a link is an address as it stands, of which nothing around it can be read as a part. */
  function isBare({ begin, end }: Link): boolean {
    const around = [...read.slice(0, begin), ...read.slice(end)].join('');
    const [before, after] = [touching.slice(0, begin).join(''), touching.slice(end).join('')];
    return tokens[begin]?.info === 'auto' && BEGINS.test(before) && ENDS.test(after) && !TURNS.test(around);
  }

  /** Whether what a link that stays here says, with what touches it, can be read as an address of another place. */
  function looksForeign({ begin, end, words }: Link): boolean {
    const before = read.slice(0, begin).join('').split(/\s/).at(-1);
    const [after] = read.slice(end).join('').split(/\s/, 1);
    return ADDRESS.test(`${before}${words}${after}`.normalize('NFKC'));
  }

  /** The name that a link ends with. Words that somebody chose can always be read as another place. */
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

/** What is read in a link to elsewhere: nothing that moves its name away from its words. A browser shows many blanks as one. */
function inOneLine(token: Token, state: StateCore): Token {
  if (isBreak(token)) return textToken(' ', state);
  token.content = withoutInvisible(token.content).replaceAll(/\s+/g, ' ');
  return token;
}

/** ACC-12 · Words that lead to another place end with its name: they can be those of any other. */
export function nameLinks(state: StateCore): void {
  for (const block of state.tokens) block.children &&= named(block.children, state);
}
