import { createHash } from 'node:crypto';
import { COMMON_PASSWORDS, COMMON_WORDS } from '../lib/session/common-passwords.ts';
import { isCommonPassword } from '../lib/session/rules/common-password.ts';
import { KNOWN_SECRETS } from './known-secrets.ts';

/** What examples write in a secret's place, those of this project's tests and demonstration included. */
const KNOWN_PARTS =
  /change.?(me|this|it)|replace.?(me|this)|secret|password|passphrase|nextauth|openssl|example|placeholder|only.for.tests|casebridge|development|production|qwerty|letmein|iloveyou|lorem.?ipsum|correct.?horse/i;

/** So few different signs has no random text of 32, not even one of hexadecimal digits. */
const FEWEST_SIGNS = 8;
/** So few signs that do not follow from those before them. */
const FEWEST_UNFORESEEN = 12;

/** A random text does not end as it has begun, in so many signs. */
const LONGEST_RETURN = 6;

/** Whether a text comes back to its own beginning, whatever came between. */
function repeatsItself(text: string): boolean {
  for (let period = 1; period <= text.length - LONGEST_RETURN; period++)
    if (text.slice(period) === text.slice(0, -period)) return true;
  return false;
}

/** What people write as words: small letters, perhaps with a capital before them. */
const WORD = /\p{L}\p{Ll}{2,}/gu;
/** The pairs of letters of which about two thirds of an English text are made, and an eighth of a random one. */
const PAIRS = new Set(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra
   ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee`
    .trim()
    .split(/\s+/),
);

/** Whether a text is made of words rather than of random signs. */
function isMadeOfWords(text: string): boolean {
  if (/\s/.test(text)) return true;
  const words = text.match(WORD)?.map((word) => word.toLowerCase()) ?? [];
  const pairs = words.flatMap((word) => Array.from(word.slice(1), (letter, at) => `${word[at]}${letter}`));
  const usual = pairs.filter((pair) => PAIRS.has(pair)).length;
  return words.join('').length > 0.6 * text.length && usual > 0.4 * pairs.length;
}

const PRINTABLE = /^[\t\n\r\x20-\x7e]{8,}$/;

/** Whether a text is another one in hexadecimal digits or in Base64, which random bytes are not. */
function isWrittenOtherwise(text: string): boolean {
  const bytes = /^[\da-f]+$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return PRINTABLE.test(bytes.toString('latin1'));
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

const DIGESTS = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'];

/** As many digits of a digest as a secret may have of one at least: some take only its beginning. */
const BEGINNING = 32;

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** The digests of nothing and of common words, as `md5sum` and its like print them, with the end of the line or without. */
function commonDigests(): Set<string> {
  const common = [
    '',
    'secret',
    'hello world',
    'Hello World',
    'Hello, World!',
    'abc',
    '123456',
    ...COMMON_PASSWORDS,
    ...COMMON_WORDS,
  ];
  const words = common
    .flatMap((word) => [word, capital(word), word.toUpperCase()])
    .flatMap((word) => [word, `${word}\n`]);
  const digest = (by: string) => words.map((word) => createHash(by).update(word).digest('hex').slice(0, BEGINNING));
  return new Set(DIGESTS.flatMap(digest));
}

let digests: Set<string> | null = null;

/** A text as digits of bytes, whichever way it writes them. */
const asDigits = (text: string) => [
  text.toLowerCase().replaceAll(/[^a-z\d]/g, ''),
  Buffer.from(text, 'base64').toString('hex'),
];

/** Whether a text is the digest of something common, or part of what stands in books. */
function isKnown(text: string): boolean {
  digests ??= commonDigests();
  return asDigits(text).some(
    (digits) =>
      digests?.has(digits.slice(0, BEGINNING)) ||
      KNOWN_SECRETS.some((known) => digits.includes(known) || (digits.length >= BEGINNING && known.includes(digits))),
  );
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
    isMadeOfWords(text) ||
    isWrittenOtherwise(text) ||
    isKnown(text)
  );
}
