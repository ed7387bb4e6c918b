import { expect, test } from 'vitest';
import { inDatabase } from './in-database.ts';
import { signingSecret } from './signing-secret.ts';

const AUTH_SECRET = 'YOUR_LONG_RANDOM_STRING_GOES_HERE';

test('ACC-11 · AUTH_SECRET alone does not reveal the signing key of cookies, which all servers share', async () => {
  const secretOf = (authSecret: string) =>
    inDatabase(process.env.DATABASE_URL ?? '', (client) => signingSecret(client, authSecret));
  const [first, second, other] = [
    await secretOf(AUTH_SECRET),
    await secretOf(AUTH_SECRET),
    await secretOf(`${AUTH_SECRET}!`),
  ];
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  await inDatabase(process.env.DATABASE_URL ?? '', (client) => client.query('delete from signing_keys'));
  expect(await secretOf(AUTH_SECRET)).not.toBe(first);
});
