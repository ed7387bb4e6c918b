import { MAX_PARTS, maxLines } from './size.ts';

/** The boundaries that an email declares. More than `MAX_PARTS` boundaries count as too many parts. */
const BOUNDARY = /boundary\*?0?\*?\s*=\s*"?([^"\s;]{1,200})/gi;
/** Lines that look like a boundary; ordinary text can have some. */
const MAX_CANDIDATES = 20_000;
const LINE_FEED = 10;

/** MAIL-6 · Why an email is not parsed: it would take too much time. Null: it can be parsed. Checks each byte once. */
export function tooMuchToRead(raw: Uint8Array): string | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let lines = 0;
  for (const byte of bytes) if (byte === LINE_FEED) lines += 1;
  if (lines > maxLines(bytes.byteLength)) return 'It has too many lines.';
  return partsOf(bytes) > MAX_PARTS ? `It has more than ${MAX_PARTS} parts.` : null;
}

function partsOf(bytes: Buffer): number {
  const boundaries = new Set<string>();
  for (const [, boundary = ''] of bytes.toString('latin1').matchAll(BOUNDARY)) {
    boundaries.add(boundary);
    if (boundaries.size > MAX_PARTS) return boundaries.size;
  }
  let [parts, candidates] = [0, 0];
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 3)) {
    candidates += 1;
    if (candidates > MAX_CANDIDATES) return candidates;
    const end = bytes.indexOf(LINE_FEED, at + 3);
    const line = bytes.toString('latin1', at + 3, Math.min(end < 0 ? bytes.length : end, at + 220)).trimEnd();
    if (boundaries.has(line)) parts += 1;
    if (parts > MAX_PARTS) break;
  }
  return parts;
}
