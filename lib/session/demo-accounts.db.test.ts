import { expect, test } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { demoAccounts } from './demo-accounts.ts';
import { hashPassword } from './password.ts';

async function givenDemoUser(first: string): Promise<void> {
  const passwordHash = await hashPassword('casebridge-demo');
  const email = `${first.toLowerCase()}@casebridge.test`;
  await db().user.create({ data: { name: first, email, passwordHash, kind: 'internal', audience: 'internal' } });
}

const namesAt = (seconds: number) =>
  at(new Date(1_800_000_000_000 + seconds * 1000), async () => (await demoAccounts()).map(({ name }) => name));

test('demo · the sign-in page, which anybody may open, asks for the demo’s staff once a minute at most', async () => {
  await givenDemoUser('Ava');
  expect(await namesAt(0)).toEqual(['Ava']);
  await givenDemoUser('Ben');
  expect(await namesAt(59)).toEqual(['Ava']);
  expect(await namesAt(60)).toEqual(['Ava', 'Ben']);
});

test('demo · who has another password is not among them', async () => {
  const passwordHash = await hashPassword('a password of my own');
  await db().user.updateMany({ where: { name: 'Ava' }, data: { passwordHash } });
  expect(await namesAt(120)).toEqual(['Ben']);
});
