import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

export const SHORTEST_PASSWORD = 12;
/** Hashing takes time by length: a longer one is an attack, not a password. */
export const LONGEST_PASSWORD = 200;

/** ACC-3 · A password is long enough to resist guessing and is not the email address itself. */
export function mayUsePassword({
  password,
  email,
  field = 'password',
}: {
  password: string;
  email: string | null;
  field?: string;
}): Verdict {
  if (password.length < SHORTEST_PASSWORD)
    return no('ACC-3', `Choose a password of at least ${SHORTEST_PASSWORD} characters.`, field);
  if (password.length > LONGEST_PASSWORD)
    return no('ACC-3', `Choose a password of at most ${LONGEST_PASSWORD} characters.`, field);
  if (email && password.toLowerCase().includes(email.toLowerCase()))
    return no('ACC-3', 'Choose a password that does not contain your email address.', field);
  return yes;
}
