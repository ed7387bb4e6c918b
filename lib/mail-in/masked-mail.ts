/** The reply address of somebody, as it stands in headers and texts; quoted-printable breaks lines with `=`. */
const TOKEN = /(case(?:\+|=2B|%2B)[a-z]{2,5}\d{4,12}\.)((?:[0-9a-f](?:=\r?\n)?){32})/gi;

/** What stands below a header that says that it is base64, up to an empty line or the next part. */
const ENCODED = /(^content-transfer-encoding:[ \t]*base64[\s\S]{0,4000}?\r?\n\r?\n)([a-z\d+/=\r\n]+)/gim;

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

/**
 * MAIL-8 · A mail as it came, but for the tokens by which recipients of ours answer: they still work, and who may read the
 * mail may not write as its recipient. Each is replaced by as many `x`, inside of base64, too.
 */
export function withMaskedTokens(raw: Uint8Array): Uint8Array {
  const text = masked(Buffer.from(raw).toString('latin1'));
  return Buffer.from(
    text.replaceAll(ENCODED, (_all, head: string, encoded: string) => head + maskedInside(encoded)),
    'latin1',
  );
}
