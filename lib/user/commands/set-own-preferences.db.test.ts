import { expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { holderOf } from '#lib/testing/world.ts';
import { setInitialTimeZone, setOwnTimeZone } from './set-own-preferences.ts';

const zoneOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).timeZone;

it('the browser of the first sign-in says the time zone, and no later one', async () => {
  const { id } = await holderOf('Zoe Zone', []);
  await setInitialTimeZone(id, 'Asia/Seoul');
  await setInitialTimeZone(id, 'Europe/Berlin');
  expect(await zoneOf(id)).toBe('Asia/Seoul');
});

it('a chosen time zone stays', async () => {
  const chooser = await holderOf('Zac Zone', []);
  await setOwnTimeZone(chooser, { timeZone: 'Europe/Paris' });
  await setInitialTimeZone(chooser.id, 'Asia/Seoul');
  expect(await zoneOf(chooser.id)).toBe('Europe/Paris');
});
