import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';

/**
 * ACC-11 · The secret that signs cookies: `AUTH_SECRET` combined with a random key that the database stores since its first
 * start. Knowing only one of the two is not enough to sign. `owner` is a connection as the owner, after the
 * migrations; all servers of a database with the same `AUTH_SECRET` get the same secret.
 */
export async function signingSecret(owner: pg.Client, authSecret: string): Promise<string> {
  await owner.query('insert into signing_keys (key) values ($1) on conflict do nothing', [randomBytes(32)]);
  const { rows } = await owner.query<{ key: Buffer }>('select key from signing_keys');
  const [kept] = rows;
  // Another key than the other servers use would sign out everyone.
  if (!kept) throw new Error('The database keeps no signing key.');
  return createHmac('sha256', kept.key).update(authSecret).digest('base64url');
}
