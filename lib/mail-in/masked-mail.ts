/** What may stand between two signs of an address: lines are folded in headers and broken in quoted-printable, and UTF-16 fills up. */
const GAP = '=\\r?\\n|\\r?\\n[ \\t]{1,8}|\\0';

/** A sign as it is, in quoted-printable, in the address of a page, or in HTML. */
const SIGN = new RegExp(
  `(?:${GAP})?(?:[=%]([\\da-f]{2})|&#(\\d{1,7});?|&#x([\\da-f]{1,6});?|&(plus|period);|([^\\r\\n]))`,
  'iy',
);
const named: Readonly<Record<string, string>> = { plus: '+', period: '.' };

/** Where the reply address of somebody may begin: all that is looked for in a whole mail. */
const written = (character: string) => {
  const codes = [character.toLowerCase(), character.toUpperCase()].map((each) => each.charCodeAt(0));
  const hex = codes.map((code) => code.toString(16)).join('|');
  return `(?:${character}|[=%](?:${hex})|&#0{0,5}(?:${codes.join('|')});?|&#x0{0,4}(?:${hex});?)`;
};
const BEGINS = new RegExp(['c', 'a', 's', 'e'].map(written).join(`(?:${GAP})?`), 'gi');

/** What follows it, sign by sign. */
const ADDRESS = /^\+[a-z]{2,5}\d{4,12}\.[\da-f]{32}/i;
const TOKEN_LENGTH = 32;
const LONGEST_ADDRESS = 1 + 5 + 12 + 1 + TOKEN_LENGTH;
/** As long as what was read can still be an address. */
const GOES_ON = /^(\+([a-z]{0,5}|[a-z]{2,5}\d{1,12}|[a-z]{2,5}\d{4,12}\.[\da-f]{0,32}))?$/i;

/** The next sign of a text, and where it ends. */
function signAt(text: string, at: number): { sign: string; end: number } | null {
  SIGN.lastIndex = at;
  const [found = '', hex, decimal, hexEntity, name, plain] = SIGN.exec(text) ?? [];
  if (found === '') return null;
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.parseInt(hexEntity ?? '', 16);
  const sign = plain ?? (name ? (named[name.toLowerCase()] ?? '') : String.fromCharCode(code));
  return { sign, end: at + found.length };
}

/** Where a token stands in a text behind the beginning of an address; null: there is none. */
function tokenAt(text: string, begin: number): { begin: number; end: number } | null {
  const ends: number[] = [];
  let signs = '';
  for (let at = begin; signs.length < LONGEST_ADDRESS; ) {
    const next = signAt(text, at);
    if (!next || !GOES_ON.test(signs + next.sign)) break;
    signs += next.sign;
    at = next.end;
    ends.push(at);
  }
  if (!ADDRESS.test(signs)) return null;
  return { begin: ends.at(-TOKEN_LENGTH - 1) ?? begin, end: ends.at(-1) ?? begin };
}

/** Words of a header that are base64. */
const WORDS = /(=\?[^?\s]{1,40}\?b\?)([a-z\d+/]{4,}={0,2})(?=\?=)/gi;

/** A line that could be base64, whatever its headers say; no mail has longer ones. */
const ENCODED = /^[a-z\d+/]{4,}={0,2}\r?\n?$/i;
const LONGEST_LINE = 1_000;

/** As many `x` as there were signs; breaks of lines stay where they were. */
const crossedOut = (token: string) =>
  token.replaceAll(/=\r?\n|\r?\n[ \t]{1,8}|[^\0]/g, (part) => (part.includes('\n') ? part : 'x'));

/** A text without tokens, as long as before. */
function masked(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { 0: found, index } of text.matchAll(BEGINS)) {
    const token = index >= copied ? tokenAt(text, index + found.length) : null;
    if (!token) continue;
    parts.push(text.slice(copied, token.begin), crossedOut(text.slice(token.begin, token.end)));
    copied = token.end;
  }
  return copied === 0 ? text : [...parts, text.slice(copied)].join('');
}

/** Base64 of a text with masked tokens: as long as before, with its lines where they were. */
function maskedInside(encoded: string): string {
  const inside = Buffer.from(encoded, 'base64').toString('latin1');
  const clean = masked(inside);
  if (clean === inside) return encoded;
  const signs = Buffer.from(clean, 'latin1').toString('base64');
  let at = 0;
  return encoded.replaceAll(/[^\r\n]/g, () => signs.charAt(at++));
}

/** The same with what stands in lines of base64 that follow each other; each line is looked at once. */
function maskedLines(text: string): string {
  const parts: string[] = [];
  let [copied, begin, at] = [0, 0, 0];
  const takeUntil = (end: number) => {
    const encoded = text.slice(begin, end);
    const clean = maskedInside(encoded);
    if (clean === encoded) return;
    parts.push(text.slice(copied, begin), clean);
    copied = end;
  };
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const isEncoded = next - at < LONGEST_LINE && ENCODED.test(text.slice(at, next));
    if (!isEncoded) {
      if (at > begin) takeUntil(at);
      begin = next;
    }
    at = next;
  }
  takeUntil(text.length);
  return [...parts, text.slice(copied)].join('');
}

/**
 * MAIL-8 · A mail as it came, but for the tokens by which recipients of ours answer: they still work, and who may read the
 * mail may not write as its recipient. Each is replaced by as many `x`, inside of base64, too.
 */
export function withMaskedTokens(raw: Uint8Array): Uint8Array {
  const text = masked(Buffer.from(raw).toString('latin1'));
  const headers = text.replaceAll(WORDS, (_all, begin: string, words: string) => begin + maskedInside(words));
  return Buffer.from(maskedLines(headers), 'latin1');
}
