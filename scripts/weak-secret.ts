import { isCommonPassword } from '../lib/session/rules/common-password.ts';

/** What examples write in a secret's place, those of this project's tests and demonstration included. */
const EXAMPLES =
  /change.?(me|this|it)|replace.?(me|this)|secret|password|passphrase|nextauth|openssl|example|placeholder|random|only.for.tests|casebridge|development|production|lorem.?ipsum|correct.?horse/i;

/** No random text of 32 characters has so few different ones, not even one of hexadecimal digits. */
const FEWEST_CHARACTERS = 8;

/** ACC-11 · Whether a secret is an example's, a common password or a repetition. */
export function isWeakSecret(secret: string): boolean {
  return EXAMPLES.test(secret) || isCommonPassword(secret) || new Set(secret).size < FEWEST_CHARACTERS;
}
