import { expect, test } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { hashPassword } from '#lib/session/password.ts';
import { demoAccounts } from './demo-accounts.ts';

async function givenDemoUser(first: string): Promise<void> {
  const passwordHash = await hashPassword('casebridge-demo');
  const email = `${first.toLowerCase()}@casebridge.test`;
  await db().user.create({ data: { name: first, email, passwordHash, kind: 'internal', audience: 'internal' } });
}

const namesAt = (seconds: number) =>
  at(new Date(1_800_000_000_000 + seconds * 1000), async () => (await demoAccounts()).map(({ name }) => name));

test('demo · the sign-in page, which anyone may open, asks for the demo’s staff once a minute at most', async () => {
  await givenDemoUser('Ava');
  expect(await namesAt(0)).toEqual(['Ava']);
  await givenDemoUser('Ben');
  expect(await namesAt(59)).toEqual(['Ava']);
  expect(await namesAt(60)).toEqual(['Ava', 'Ben']);
});

test('demo · customers are listed, each with something to do', async () => {
  const passwordHash = await hashPassword('casebridge-demo');
  const person = { passwordHash, kind: 'consumer', audience: 'external' } as const;
  await db().user.create({ data: { ...person, name: 'Jane', email: 'jane@consumer.example' } });
  await db().user.create({ data: { ...person, name: 'Somebody', email: 'somebody@consumer.example' } });
  const accounts = await at(new Date(1_800_000_000_000 + 120_000), demoAccounts);
  expect(accounts.map(({ name, side, task }) => [name, side, task !== ''])).toEqual([
    ['Ava', 'staff', false],
    ['Ben', 'staff', false],
    ['Jane', 'customers', true],
  ]);
  await db().user.deleteMany({ where: { kind: 'consumer' } });
});

test('demo · accounts with a changed password are not listed', async () => {
  const passwordHash = await hashPassword('a password of my own');
  await db().user.updateMany({ where: { name: 'Ava' }, data: { passwordHash } });
  expect(await namesAt(180)).toEqual(['Ben']);
});
