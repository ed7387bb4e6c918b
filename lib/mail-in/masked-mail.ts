/** The reply address of somebody, as it stands in headers and texts; quoted-printable breaks lines with `=`. */
const TOKEN = /(case(?:\+|=2B|%2B)[a-z]{2,5}\d{4,12}\.)((?:[0-9a-f](?:=\r?\n)?){32})/gi;

/** A line that could be base64, whatever its headers say; no mail has longer ones. */
const ENCODED = /^[a-z\d+/]{4,}={0,2}\r?\n?$/i;
const LONGEST_LINE = 1_000;

const masked = (text: string) =>
  text.replaceAll(TOKEN, (_all, address: string, token: string) => address + token.replaceAll(/[0-9a-f]/gi, 'x'));

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
  return Buffer.from(maskedLines(text), 'latin1');
}
