import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';

/**
 * ACC-11 · What cookies are signed with: `AUTH_SECRET` with a random key beside it that the database keeps since its first
 * start. So who guesses the one, or reads the other, can sign nothing. `owner` is connected as the owner, after the
 * migrations; every server of a database that is given the same `AUTH_SECRET` gets the same answer.
 */
export async function signingSecret(owner: pg.Client, authSecret: string): Promise<string> {
  await owner.query('insert into signing_keys (key) values ($1) on conflict do nothing', [randomBytes(32)]);
  const { rows } = await owner.query<{ key: Buffer }>('select key from signing_keys');
  const [kept] = rows;
  // With another key than the other servers have, nobody would stay signed in.
  if (!kept) throw new Error('The database keeps no signing key.');
  return createHmac('sha256', kept.key).update(authSecret).digest('base64url');
}
