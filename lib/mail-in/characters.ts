import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** The platform's EUC-KR lacks the syllables that Windows added. */
const KOREAN = 'euc-kr';

/** Encoding names that mail programs use but the platform does not know. */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  windows932: 'shift_jis',
  cp936: 'gbk',
  cp949: KOREAN,
  ms949: KOREAN,
  uhc: KOREAN,
  cp950: 'big5',
  cp51932: 'euc-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  iso20222: 'iso-2022-jp',
  tis620: 'windows-874',
};

/** ASCII-only encodings: if the text has other bytes, the declaration is wrong. */
const ASCII = /^(us-ascii|ascii|ansi_x3\.4-1968|7bit|unknown-8bit|x-unknown|default|none)$/i;
const LOOKED_AT = 100_000;
/** Characters that appear when text is read in the wrong single-byte encoding. */
const NO_LETTERS = /[\u0080-\u009F]/;

function decoderOf(name: string, fatal: boolean): TextDecoder | null {
  const label = name.trim().toLowerCase();
  try {
    return new TextDecoder(aliases[label.replaceAll(/[\s._-]/g, '')] ?? label, { fatal });
  } catch {
    return null;
  }
}

/** The bytes decoded in an encoding; null if they are invalid in it or the encoding is unknown. */
function readAs(name: string, bytes: Uint8Array): string | null {
  try {
    const decoder = decoderOf(name, true);
    if (decoder?.encoding === KOREAN) return readKorean(bytes);
    const text = decoder?.decode(bytes) ?? null;
    return text === null || NO_LETTERS.test(text) ? null : text;
  } catch {
    return null;
  }
}

function readKorean(bytes: Uint8Array): string | null {
  const text = iconv.decode(Buffer.from(bytes), 'cp949');
  return text.includes('\uFFFD') ? null : text;
}

/** Whether the few bytes outside ASCII are all outside words, so that they are fragments of a damaged character. */
function isRest(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return count(text, /\P{ASCII}/gu) < 4 && !/[A-Za-z]\P{ASCII}|\P{ASCII}[A-Za-z]/u.test(text);
}

/** Whether nearly all bytes are valid UTF-8, so that a few were damaged on the way. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return count(text, /\uFFFD/g) * 5 <= count(text, /\P{ASCII}/gu);
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;

/** The encoding by a byte order mark at the beginning, or by byte sequences that only one encoding uses. */
function markedAs(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const isSevenBit = bytes.subarray(0, LOOKED_AT).every((byte) => byte < 0x80);
  const beginning = isSevenBit ? Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1') : '';
  return ['$B', '$@', '(J', '(I'].some((signs) => beginning.includes(`\u001B${signs}`)) ? 'iso-2022-jp' : null;
}

/** The encoding that the HTML itself declares. */
const namedIn = (bytes: Uint8Array) =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 4_000)).toString('latin1'),
  )?.[1];

/** The most likely encoding by letter statistics. */
function guessed(bytes: Uint8Array): string | null {
  for (const { name } of analyse(bytes.subarray(0, LOOKED_AT))) {
    const text = /^(utf-(16|32)|iso-2022)/i.test(name) ? null : readAs(name, bytes);
    if (text !== null) return text;
  }
  return null;
}

/**
 * MAIL-4 · Decodes text: as UTF-8 if valid, then as declared, as the HTML declares, or as detected. `declared` may be wrong or
 * missing.
 */
export function readText(bytes: Uint8Array, declared = '', { isHtml = false } = {}): string {
  const marked = markedAs(bytes);
  // A line feed at the end may be half of a two-byte character.
  const whole = marked?.startsWith('utf-16') ? bytes.subarray(0, bytes.length - (bytes.length % 2)) : bytes;
  if (marked) return decoderOf(marked, false)?.decode(whole) ?? '';
  const utf8 = readAs('utf-8', bytes);
  if (utf8 !== null && !/^(utf-?16|utf-?32)/i.test(declared)) return utf8;
  // Damaged on the way, but still UTF-8.
  const isDamaged = /^(utf-?8)?$/i.test(declared) && (isNearlyUtf8(bytes) || (declared !== '' && isRest(bytes)));
  if (isDamaged) return new TextDecoder().decode(bytes);
  const names = [declared, isHtml ? namedIn(bytes) : undefined];
  for (const name of names) {
    const text = name && !ASCII.test(name) && !/^utf-?8$/i.test(name) ? readAs(name, bytes) : null;
    if (text !== null) return text;
  }
  return guessed(bytes) ?? (decoderOf(declared, false) ?? new TextDecoder('windows-1252')).decode(bytes);
}
