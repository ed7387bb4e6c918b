import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { DEMO_PASSWORD } from '../demo-password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../password-length.ts';
import { isCommonPassword, isRelativeOf } from './common-password.ts';

type NewPassword = {
  password: string;
  email: string | null;
  /** The one that it replaces, as typed. */
  current?: string;
  field?: string;
};

/** Compared as it is hashed: the same letters typed on another keyboard are the same password. */
const same = (one: string, other: string) => one.normalize('NFKC') === other.normalize('NFKC');

/** ACC-11 · A password is long and hard to guess: no common one, not the demonstration's, not the address or the one before. */
export function mayUsePassword({ password, email, current, field = 'password' }: NewPassword): Verdict {
  const refused = (because: string) => no('ACC-11', because, field);
  const typed = password.normalize('NFKC').toLowerCase();
  if (Array.from(password).length < SHORTEST_PASSWORD)
    return refused(`Choose a password of at least ${SHORTEST_PASSWORD} characters.`);
  if (password.length > LONGEST_PASSWORD)
    return refused(`Choose a password of at most ${LONGEST_PASSWORD} characters.`);
  const [name = '', domain = ''] = (email ?? '').toLowerCase().split('@');
  if (name !== '' && typed.includes(`${name}@`))
    return refused('Choose a password that does not contain your email address.');
  if (isRelativeOf(typed, DEMO_PASSWORD)) return refused('Choose another password than that of the demonstration.');
  if (current !== undefined && same(password, current)) return refused('Choose another password than the current one.');
  if (isCommonPassword(password, [name, domain]))
    return refused(
      'This password is easy to guess: choose one that is more than common words, rows of keys and names.',
    );
  return yes;
}
