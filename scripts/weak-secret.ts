import { createHash } from 'node:crypto';
import { COMMON_PASSWORDS, COMMON_WORDS } from '../lib/session/common-passwords.ts';
import { isCommonPassword } from '../lib/session/rules/common-password.ts';

/** What examples write in a secret's place, those of this project's tests and demonstration included. */
const KNOWN_PARTS =
  /change.?(me|this|it)|replace.?(me|this)|secret|password|passphrase|nextauth|openssl|example|placeholder|only.for.tests|casebridge|development|production|qwerty|letmein|iloveyou|lorem.?ipsum|correct.?horse/i;

/** So few different signs has no random text of 32, not even one of hexadecimal digits. */
const FEWEST_SIGNS = 8;
/** So few signs that do not follow from those before them. */
const FEWEST_UNFORESEEN = 12;

/** Whether a text is its own beginning again and again, however long that is. */
function repeatsItself(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++)
    if (text.slice(period) === text.slice(0, -period)) return true;
  return false;
}

/** How many signs of a text are not the one before, the next or the last of an alphabet, or in a place where they stood earlier. */
function unforeseen(text: string): number {
  const signs = Array.from(text);
  return signs.filter((sign, at) => {
    const step = (sign.codePointAt(0) ?? 0) - (signs[at - 1]?.codePointAt(0) ?? 0);
    const three = signs.slice(Math.max(0, at - 2), at + 1).join('');
    return at === 0 || (Math.abs(step) > 1 && !(at > 2 && signs.slice(0, at).join('').includes(three)));
  }).length;
}

const DIGESTS = ['md5', 'sha1', 'sha256', 'sha512'];

/** The digests of nothing and of common words, as `md5sum` and its like print them, with the end of the line or without. */
function commonDigests(): Set<string> {
  const words = ['', ...COMMON_PASSWORDS, ...COMMON_WORDS].flatMap((word) => [word, `${word}\n`]);
  return new Set(DIGESTS.flatMap((digest) => words.map((word) => createHash(digest).update(word).digest('hex'))));
}

let digests: Set<string> | null = null;

function isKnownDigest(text: string): boolean {
  digests ??= commonDigests();
  return digests.has(text.toLowerCase()) || digests.has(Buffer.from(text, 'base64').toString('hex'));
}

/** ACC-11 · Whether others know a secret or can guess it: it is an example's, a pattern, or the digest of something common. */
export function isWeakSecret(secret: string): boolean {
  const text = secret.trim();
  return (
    KNOWN_PARTS.test(text) ||
    isCommonPassword(text) ||
    new Set(text).size < FEWEST_SIGNS ||
    repeatsItself(text.toLowerCase()) ||
    unforeseen(text.toLowerCase()) < FEWEST_UNFORESEEN ||
    isKnownDigest(text)
  );
}
