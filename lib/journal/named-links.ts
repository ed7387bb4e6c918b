import type { StateCore, Token } from 'markdown-it';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';

const HERE = 'https://here.invalid';
const WITH_SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Where a link leads, as a browser reads it: behind a scheme stands an address of its own, with or without slashes. */
const addressOf = (href: string) => (WITH_SCHEME.test(href) ? URL.parse(href) : URL.parse(href, HERE));

/** Whether a link stays here. Browsers take `//host`, and a backslash in its place, for another site. */
export const isOwn = (href: string) => /^\/(?!%5c)/i.test(href) && addressOf(href)?.origin === HERE;

/** A list of addresses that is longer than this cannot be read. */
const LONGEST = 100;

/** Where a link leads: its address and the name of the place, which is null where it stays here. Null: nothing that can be named. */
function destinationOf(href: string): { href: string; place: string | null } | null {
  const address = addressOf(href);
  // A browser may read what is no address here.
  if (address === null) return null;
  if (address.origin === HERE) return { href, place: null };
  if (/^https?:$/.test(address.protocol)) return { href: address.href, place: address.host };
  // Who else would get the mail stands behind the question mark, where nobody sees it.
  const { protocol, pathname: place } = address;
  return place !== '' && place.length <= LONGEST ? { href: `${protocol}${place}`, place } : null;
}

/** Whether an address that became a link as it stood is the place itself, as a browser writes it, from the host on. */
function isPlace(words: string, { href, place }: { href: string; place: string }): boolean {
  if (!/^https?:/.test(href)) return words === place;
  const shown = words.replace(/^https?:\/\//i, '').toLowerCase();
  return shown.startsWith(place) && /^($|[/?#])/.test(shown.slice(place.length));
}

/** The name of a place as the end of its link, in a box that no mark of direction before it turns round. */
function nameOf(place: string, state: StateCore): Token[] {
  const text = (content: string) => Object.assign(new state.Token('text', '', 0), { content });
  return [
    text(' '),
    new state.Token('bdi_open', 'bdi', 1),
    text(`(${place})`),
    new state.Token('bdi_close', 'bdi', -1),
  ];
}

/** What may touch an address: signs that begin or end, and then a blank that one sees, or the end of the line. */
const BEGINS = /(^|[ \t\n\u00A0])[("'«“‘]?$/;
const ENDS = /^[)"'»”’]?[.,;:!?]*[)"'»”’]?($|[ \t\n\u00A0](?!\p{M}))/u;

/** Marks of direction, and letters that run from right to left: what is seen beside an address may stand elsewhere in the text. */
const TURNS = /[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function named(tokens: readonly Token[], state: StateCore): Token[] {
  const seen = tokens.map(({ type, content }) => (type.endsWith('break') ? '\n' : content));
  let [depth, begin, words]: [number, number, string] = [0, 0, ''];
  let to: ReturnType<typeof destinationOf> = null;
  /** Whether a link is an address as it stands, of which nothing around it can be read as a part. */
  function isBare(end: number): boolean {
    const [before, after] = [seen.slice(0, begin).join(''), seen.slice(end + 1).join('')];
    return tokens[begin]?.info === 'auto' && BEGINS.test(before) && ENDS.test(after) && !TURNS.test(before + after);
  }
  return tokens.flatMap((token, at) => {
    if (token.type === 'link_open') {
      depth += 1;
      // A browser ends a link where another begins in it: the outer one is the whole.
      if (depth > 1) return [];
      [begin, words] = [at, ''];
      to = destinationOf(String(token.attrGet('href')));
      if (to) token.attrSet('href', to.href);
      return to ? [token] : [];
    }
    if (token.type === 'link_close') {
      depth -= 1;
      if (depth > 0 || !to) return [];
      const { href, place } = to;
      // Words that somebody chose can always be read as another place.
      const isSaid = place === null || isBlank(words) || (isPlace(words, { href, place }) && isBare(at));
      return isSaid ? [token] : [...nameOf(place, state), token];
    }
    if (depth > 0 && to?.place !== null) token.content = withoutInvisible(token.content);
    words += token.content;
    return [token];
  });
}

/** ACC-12 · Words that lead to another place end with its name: they can be those of any other. */
export function nameLinks(state: StateCore): void {
  for (const block of state.tokens) block.children &&= named(block.children, state);
}
