import { expect, it } from 'vitest';
import { world } from '#lib/testing/world.ts';
import { downloadMail } from './download-mail.ts';
import { receive } from './receive.ts';

const w = await world();

it('MAIL-8, ACC-12 · a user has one download at a time, and does not block other users', async () => {
  const words = 'A line of words.\r\n'.repeat(40_000);
  const raw = Buffer.from(`From: Eve <eve@elsewhere.test>\r\nMessage-ID: <large@elsewhere.test>\r\n\r\n${words}`);
  const { id } = await receive(raw, { source: 'smtp', cameFrom: '' });
  const begun: string[] = [];
  const begin = async (person: string, name: string) => {
    const mail = await downloadMail(person, id);
    begun.push(name);
    return mail?.body;
  };
  const first = await begin(w.ava.id, 'first');
  const [second, third] = [begin(w.ava.id, 'second'), begin(w.ava.id, 'third')];
  await begin(w.adam.id, 'of somebody else');
  expect(begun).toEqual(['first', 'of somebody else']);

  expect(Buffer.from(await new Response(first).arrayBuffer()).equals(raw)).toBe(true);
  await (await second)?.cancel();
  await third;
  expect(begun).toEqual(['first', 'of somebody else', 'second', 'third']);
});
