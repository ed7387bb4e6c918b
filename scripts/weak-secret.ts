import { isCommonPassword } from '../lib/session/rules/common-password.ts';

/** Placeholders for secrets in examples, including this project's tests and demonstration. */
const EXAMPLES =
  /change.?(me|this|it)|replace.?(me|this)|secret|password|passphrase|nextauth|openssl|example|placeholder|random|only.for.tests|casebridge|development|production|lorem.?ipsum|correct.?horse/i;

/** Random texts of 32 characters have more distinct characters than this, even hexadecimal ones. */
const FEWEST_CHARACTERS = 8;

/** ACC-11 · Whether a secret is an example's, a common password or a repetition. */
export function isWeakSecret(secret: string): boolean {
  return EXAMPLES.test(secret) || isCommonPassword(secret) || new Set(secret).size < FEWEST_CHARACTERS;
}
