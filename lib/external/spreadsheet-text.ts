/** Encoding of text that is not valid UTF-8: Windows and many European spreadsheets don't declare their encoding. */
const FALLBACK = 'windows-1252';

/** Detects UTF-16 without a byte order mark: every other byte at the beginning is 0. */
function guessedUtf16(bytes: Uint8Array): string | null {
  const beginning = bytes.subarray(0, 400);
  const zeros = (odd: number) => beginning.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const half = beginning.length / 2;
  if (half < 1) return null;
  if (zeros(1) > half * 0.6) return 'utf-16le';
  return zeros(0) > half * 0.6 ? 'utf-16be' : null;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return guessedUtf16(bytes) ?? 'utf-8';
}

/** MAJ-5, ADM-10 · The text of a file as spreadsheets save it: UTF-8, UTF-16 with or without a mark, or Windows-1252. */
export function spreadsheetText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(FALLBACK).decode(bytes);
  }
}
