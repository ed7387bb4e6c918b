import { expect, it } from 'vitest';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { world } from '#lib/testing/world.ts';
import { openMail } from './open-mail.ts';
import { fullMail } from './queries/incoming-mails.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';

const w = await world();

const deep = Array.from(
  { length: 40 },
  (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
).join('');

it('MAIL-6 · an unreadable email shows the reason, and its subject and first lines', async () => {
  const head =
    'From: Cora <cora.customer@example.test>\r\nTo: support@casebridge.local\r\nSubject: =?utf-8?Q?St=C3=B6rung?=\r\n';
  const { id } = await receive(Buffer.from(`${head}${deep}The line is down.`), { source: 'smtp' });
  await readMail(system, { id });
  const mail = await fullMail(w.ava, id);
  expect(mail).toMatchObject({ outcome: 'waits_for_review', subject: 'Störung' });
  expect(mail?.unreadable).toContain('nested too deep');
  expect(mail?.text).toContain('--b0');
});

it('MAIL-6 · an email that was unreadable once is not parsed again when it is opened', async () => {
  const raw =
    'From: Cora <cora.customer@example.test>\r\nTo: support@casebridge.local\r\nSubject: Slow\r\n\r\nFirst words.';
  const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
  await readMail(system, { id });
  expect(await openMail(w.ava.id, id)).toMatchObject({ unreadable: '', mail: { text: 'First words.' } });
  await db().incomingMail.update({ where: { id }, data: { unreadable: 'It takes too long to read.' } });
  const opened = await openMail(w.ava.id, id);
  expect(opened).toMatchObject({ unreadable: 'It takes too long to read.', mail: { subject: 'Slow' } });
});
