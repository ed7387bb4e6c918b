import { readText } from './characters.ts';

const LONGEST_BLOCK = 512_000;
/** Consecutive encoded words: a character may be split between them. */
const WORDS = /=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=(?:\s*=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=)*/gi;
const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi;

const ofQuoted = (text: string) =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replaceAll(/=([\da-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Encoded words as UTF-8, decoded by their bytes; consecutive words of one encoding are decoded together. */
function decodedWords(words: string): string {
  const runs: { charset: string; bytes: Buffer[] }[] = [];
  for (const [, charset = '', way = '', text = ''] of words.matchAll(WORD)) {
    const bytes = /b/i.test(way) ? Buffer.from(text, 'base64') : ofQuoted(text);
    const last = runs.at(-1);
    if (last?.charset === charset.toLowerCase()) last.bytes.push(bytes);
    else runs.push({ charset: charset.toLowerCase(), bytes: [bytes] });
  }
  const texts = runs.map(({ charset, bytes }) => readText(Buffer.concat(bytes), charset));
  return `=?utf-8?B?${Buffer.from(texts.join('')).toString('base64')}?=`;
}

/** The position where the headers of an email end. */
export function endOfHeaders(bytes: Buffer): number {
  const [a, b] = [bytes.indexOf('\n\r\n'), bytes.indexOf('\n\n')];
  const ends = [a, b].filter((at) => at >= 0);
  return Math.min(bytes.length, LONGEST_BLOCK, ...ends.map((at) => at + 1));
}

/** MAIL-4 · An email whose subject and names are re-encoded as UTF-8, whatever encoding they declare. The rest is unchanged. */
export function withReadableHeaders(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = endOfHeaders(bytes);
  const block = bytes.subarray(0, end);
  const latin = block.toString('latin1');
  const isEncoded = latin.includes('\u001B') || /\P{ASCII}/u.test(latin);
  if (!isEncoded && !latin.includes('=?')) return raw;
  const [type = ''] = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/im.exec(latin) ?? [];
  const [, declared = ''] = /charset\s{0,20}=\s{0,20}"?([\w.:-]{2,40})/i.exec(type) ?? [];
  const text = isEncoded ? readText(block, declared) : latin;
  const readable = text.replaceAll(WORDS, decodedWords);
  return Buffer.concat([Buffer.from(readable), bytes.subarray(end)]);
}
