/** What may separate two characters of an address: line breaks of headers or quoted-printable, and UTF-16 zero bytes. */
const GAP = '=\\r?\\n|\\r?\\n[ \\t]{1,8}|\\0';

/** A character as it is, in quoted-printable, URL-encoded, or as an HTML entity. */
const SIGN = new RegExp(
  `(?:${GAP})?(?:[=%]([\\da-f]{2})|&#(\\d{1,7});?|&#x([\\da-f]{1,6});?|&(plus|period);|([^\\r\\n]))`,
  'iy',
);
const named: Readonly<Record<string, string>> = { plus: '+', period: '.' };

/** Where a reply address may begin; only these places of an email are checked further. */
const written = (character: string) => {
  const codes = [character.toLowerCase(), character.toUpperCase()].map((each) => each.charCodeAt(0));
  const hex = codes.map((code) => code.toString(16)).join('|');
  return `(?:${character}|[=%](?:${hex})|&#0{0,5}(?:${codes.join('|')});?|&#x0{0,4}(?:${hex});?)`;
};
const BEGINS = new RegExp(['c', 'a', 's', 'e'].map(written).join(`(?:${GAP})?`), 'gi');

/** The rest of the address, checked character by character. */
const ADDRESS = /^\+[a-z]{2,5}\d{4,12}\.[\da-f]{32}/i;
const TOKEN_LENGTH = 32;
const LONGEST_ADDRESS = 1 + 5 + 12 + 1 + TOKEN_LENGTH;
/** Matches while the text read so far can still become an address. */
const CONTINUES = /^(\+([a-z]{0,5}|[a-z]{2,5}\d{1,12}|[a-z]{2,5}\d{4,12}\.[\da-f]{0,32}))?$/i;

/** The next character of a text, and where it ends. */
function signAt(text: string, at: number): { sign: string; end: number } | null {
  SIGN.lastIndex = at;
  const [found = '', hex, decimal, hexEntity, name, plain] = SIGN.exec(text) ?? [];
  if (found === '') return null;
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.parseInt(hexEntity ?? '', 16);
  const sign = plain ?? (name ? (named[name.toLowerCase()] ?? '') : String.fromCharCode(code));
  return { sign, end: at + found.length };
}

/** The position of a token after the beginning of an address; null: no token. */
function tokenAt(text: string, begin: number): { begin: number; end: number } | null {
  const ends: number[] = [];
  let signs = '';
  for (let at = begin; signs.length < LONGEST_ADDRESS; ) {
    const next = signAt(text, at);
    if (!next || !CONTINUES.test(signs + next.sign)) break;
    signs += next.sign;
    at = next.end;
    ends.push(at);
  }
  if (!ADDRESS.test(signs)) return null;
  return { begin: ends.at(-TOKEN_LENGTH - 1) ?? begin, end: ends.at(-1) ?? begin };
}

/** Base64 words in a header. */
const WORDS = /(=\?[^?\s]{1,40}\?b\?)([a-z\d+/]{4,}={0,2})(?=\?=)/gi;

/** A line that could be base64, whatever the headers say; lines in emails are not longer than `LONGEST_LINE`. */
const ENCODED = /^[a-z\d+/]{4,}={0,2}\r?\n?$/i;
const LONGEST_LINE = 1_000;

/** Replaces each character by an `x`; line breaks stay in place. */
const crossedOut = (token: string) =>
  token.replaceAll(/=\r?\n|\r?\n[ \t]{1,8}|[^\0]/g, (part) => (part.includes('\n') ? part : 'x'));

/** A text with masked tokens, of the same length. */
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

/** Base64 whose decoded text has masked tokens; length and line breaks stay the same. */
function maskedInside(encoded: string): string {
  const inside = Buffer.from(encoded, 'base64').toString('latin1');
  const clean = masked(inside);
  if (clean === inside) return encoded;
  const signs = Buffer.from(clean, 'latin1').toString('base64');
  let at = 0;
  return encoded.replaceAll(/[^\r\n]/g, () => signs.charAt(at++));
}

/** The same for consecutive base64 lines of a text; each line is checked once. */
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
 * MAIL-8 · An email as received, except that reply tokens are masked: they still work, and a reader of the email must not be
 * able to write as its recipient. Each character becomes an `x`, inside base64 too.
 */
export function withMaskedTokens(raw: Uint8Array): Uint8Array {
  const text = masked(Buffer.from(raw).toString('latin1'));
  const headers = text.replaceAll(WORDS, (_all, begin: string, words: string) => begin + maskedInside(words));
  return Buffer.from(maskedLines(headers), 'latin1');
}
