import { readMail } from '#lib/mail-in/read-mail.ts';
import { receive } from '#lib/mail-in/receive.ts';
import { addressOf } from '#lib/mail-in/rules/recipients.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { property, readSettings } from '#lib/settings/settings.ts';

/** Emails to review: from an unknown sender, and from a customer who writes from another address. */
const mails = [
  {
    name: 'offer@prospect.example',
    from: 'Rosa Prospect <rosa@prospect.example>',
    subject: 'Offer for three branch offices',
    text: 'Hello,\n\nwe are opening three branch offices in March and look for a provider of SD-WAN.\nWhom can I talk to?\n\nRosa Prospect\n+34 91 555 0100',
    hoursAgo: 3,
  },
  {
    name: 'private@home.example',
    from: 'c.boxeo.private@home.example',
    subject: 'From my private address',
    text: 'I cannot reach my office mail since this morning, so I write from home: the VPN asks for a code that never arrives.',
    hoursAgo: 1,
  },
] as const;

/** MAIL-5 · Receives the emails as if they came from outside. */
export async function writeIncomingMails(today: Date): Promise<void> {
  const support = addressOf(property(await readSettings(db()), 'mail.from'));
  for (const { name, from, subject, text, hoursAgo } of mails)
    await at(new Date(today.getTime() - hoursAgo * 3_600_000), async () => {
      const head = [`From: ${from}`, `To: ${support}`, `Subject: ${subject}`, `Message-ID: <${name}>`];
      const raw = [...head, 'Content-Type: text/plain; charset=utf-8', '', text, '']
        .join('\n')
        .replaceAll('\n', '\r\n');
      const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
      await readMail(system, { id });
    });
}
