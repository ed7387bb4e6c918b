import { refuse } from '#lib/platform/refuse.ts';
import { type Verdict, yes } from '#lib/platform/verdict.ts';
import type { MessageRef } from '#lib/words/words.ts';
import { DEMO_PASSWORD } from '../demo-password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../password-length.ts';
import { isCommonPassword, isSimilarPassword } from './common-password.ts';

type NewPassword = {
  password: string;
  email: string | null;
  /** The previous password, as typed. */
  current?: string;
  field?: string;
};

/** Compares in the hashed form, so the same letters from another keyboard are equal. */
const same = (one: string, other: string) => one.normalize('NFKC') === other.normalize('NFKC');

/** ACC-11 · A password is long and hard to guess: not common, not the demo's, not the email address or the current one. */
export function mayUsePassword({ password, email, current, field = 'password' }: NewPassword): Verdict {
  const refused = (key: MessageRef['key'], params: MessageRef['params'] = {}) =>
    refuse('ACC-11', { key, params }, field);
  const typed = password.normalize('NFKC').toLowerCase();
  if (Array.from(password).length < SHORTEST_PASSWORD) return refused('password.short', { least: SHORTEST_PASSWORD });
  if (password.length > LONGEST_PASSWORD) return refused('password.long', { most: LONGEST_PASSWORD });
  const [name = '', domain = ''] = (email ?? '').toLowerCase().split('@');
  if (name !== '' && typed.includes(`${name}@`)) return refused('password.email');
  if (isSimilarPassword(typed, DEMO_PASSWORD)) return refused('password.demonstration');
  if (current !== undefined && same(password, current)) return refused('password.current');
  if (isCommonPassword(password, [name, domain])) return refused('password.common');
  return yes;
}
