/** ACC-12 · Maximum nesting depth of lists and objects. Forms use fewer than ten levels. */
const DEEPEST = 100;

const FORM = /^multipart\/form-data; *boundary=("?)([\w'()+,./:=?-]+)\1$/i;
const FIELDS = /^application\/x-www-form-urlencoded/i;
const OTHER_LETTERS = /charset(?!="?utf-8)/i;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** Includes the byte order mark, which the parser removes. */
const isBlank = (byte: number) =>
  byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xef || byte === 0xbb || byte === 0xbf;
const opens = (byte: number | undefined) => byte === 0x5b || byte === 0x7b;
const closes = (byte: number | undefined) => byte === 0x5d || byte === 0x7d;

/**
 * ACC-12 · Whether a body contains JSON that is nested too deeply, or may contain some that this check can't see. Parsing it
 * takes ten times as long as this check, and the framework parses before authentication.
 */
export function isNestedTooDeeply(body: Buffer, contentType = ''): boolean {
  // The product sends no lists in this encoding, so counting the brackets is enough.
  if (FIELDS.test(contentType)) return (body.toString('latin1').match(/[[{]|%[57]b/gi)?.length ?? 0) > DEEPEST;
  if (!/^multipart\//i.test(contentType)) return isDeep(body);
  const boundary = FORM.exec(contentType)?.[2];
  return boundary === undefined || partsOf(body, boundary).some(isDeepPart);
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const between = `\r\n--${boundary}`;
  const parts: Buffer[] = [];
  let begin = boundary.length + 2;
  let end = body.indexOf(between);
  while (end !== -1) {
    parts.push(body.subarray(begin, end));
    begin = end + between.length;
    end = body.indexOf(between, begin);
  }
  return [...parts, body.subarray(begin)];
}

function isDeepPart(part: Buffer): boolean {
  const end = part.indexOf('\r\n\r\n');
  if (end === -1) return false;
  return OTHER_LETTERS.test(part.toString('latin1', 0, end)) || isDeep(part.subarray(end + 4));
}

/** Typed text may contain any number of brackets. Only what begins with one can be a list or an object. */
function isDeep(json: Buffer): boolean {
  if (!opens(json.find((byte) => !isBlank(byte)))) return false;
  let [depth, isText] = [0, false];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) isText = !isText;
    else if (isText) at += +(byte === BACKSLASH);
    else if (opens(byte) && ++depth > DEEPEST) return true;
    else if (closes(byte)) depth -= 1;
  }
  return false;
}
