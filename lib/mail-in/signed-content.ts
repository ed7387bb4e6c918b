/** An ASN.1 value: where its content begins and ends, and where the next value begins. */
type Value = { tag: number; begin: number; end: number; next: number };

const DEEPEST = 12;
const SIGNED_DATA = '2a864886f70d010702';
const CONSTRUCTED = 0x20;
const [SEQUENCE, OCTETS, EXPLICIT] = [0x30, 0x04, 0xa0] as const;

/** Null: no value. An indefinite length ends where its content ends. */
function valueAt(bytes: Buffer, at: number, limit: number, depth = 0): Value | null {
  if (at + 2 > limit || depth > DEEPEST) return null;
  const [tag = 0, first = 0] = bytes.subarray(at, at + 2);
  if (first < 0x80) return within({ tag, begin: at + 2, end: at + 2 + first, next: at + 2 + first }, limit);
  if (first === 0x80) return unsaid(bytes, tag, at + 2, limit, depth);
  const size = first & 0x7f;
  if (size > 5 || at + 2 + size > limit) return null;
  const begin = at + 2 + size;
  const end = begin + bytes.readUIntBE(at + 2, size);
  return within({ tag, begin, end, next: end }, limit);
}

const within = (value: Value, limit: number) => (value.end <= limit ? value : null);

function unsaid(bytes: Buffer, tag: number, begin: number, limit: number, depth: number): Value | null {
  for (let at = begin; at + 2 <= limit; ) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, begin, end: at, next: at + 2 };
    const inside = valueAt(bytes, at, limit, depth + 1);
    if (!inside) return null;
    at = inside.next;
  }
  return null;
}

function valuesIn(bytes: Buffer, { begin, end }: Value): Value[] {
  const values: Value[] = [];
  for (let at = begin; at < end; ) {
    const value = valueAt(bytes, at, end);
    if (!value) break;
    values.push(value);
    at = value.next;
  }
  return values;
}

/** An octet string, joined if it comes in pieces. */
function octetsOf(bytes: Buffer, value: Value): Buffer {
  if (!(value.tag & CONSTRUCTED)) return bytes.subarray(value.begin, value.end);
  return Buffer.concat(valuesIn(bytes, value).map(({ begin, end }) => bytes.subarray(begin, end)));
}

/**
 * MAIL-4 · The email inside an S/MIME signature (`signed-data`), without verifying it; null if there is none or it is
 * encrypted.
 */
export function signedContent(content: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const whole = valueAt(bytes, 0, bytes.length);
  const [type, explicit] = whole?.tag === SEQUENCE ? valuesIn(bytes, whole) : [];
  if (!type || !explicit || bytes.toString('hex', type.begin, type.end) !== SIGNED_DATA) return null;
  const [signed] = valuesIn(bytes, explicit);
  const enclosed = signed && valuesIn(bytes, signed).find(({ tag }) => tag === SEQUENCE);
  const inside = enclosed && valuesIn(bytes, enclosed).find(({ tag }) => tag === EXPLICIT);
  const [octets] = inside ? valuesIn(bytes, inside) : [];
  return octets && (octets.tag & ~CONSTRUCTED) === OCTETS ? octetsOf(bytes, octets) : null;
}
