import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { closeTransport } from '#lib/mail-out/transport.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { foreignReaders } from '#lib/testing/read-calendar.ts';
import { type Sink, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { holderOf, setProperty, world } from '#lib/testing/world.ts';
import { bookWindow } from './commands/book-window.ts';
import { cancelWindow } from './commands/cancel-window.ts';
import { moveWindow } from './commands/move-window.ts';
import { BookWindow, CancelWindow, MoveWindow } from './schema.ts';

const NOW = new Date('2026-11-25T08:00:00Z');
let sink: Sink;
/** What the customer and the technician received, in order of time. */
let sent: Record<'customer' | 'technician', string[]>;

/** The calendar part of an email, with the method in its content type and in its content. */
async function calendarPartOf(raw: string) {
  const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!part) throw new Error('It has no part for calendars.');
  return { method: part.method, content: typeof part.content === 'string' ? part.content : '' };
}

beforeAll(async () => {
  const w = await world();
  await setProperty('mail.from', 'Boxeo Support <support@support.example>');
  const dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  const tom = await aTechnician(dora, { name: 'Tom Tech' });
  const { number, id } = await aReadyTask(dora, { contactId: w.cora.id, accountId: w.boxeo }, await aGroupOf(tom));
  await sendDueMails();
  sink = await smtpSink();
  process.env.SMTP_URL = sink.url;
  const to = (hour: string) => `2026-11-27T${hour}:00:00Z`;
  await at(NOW, async () => {
    await bookWindow(dora, BookWindow.parse({ number, startsAt: to('09') }));
    await sendDueMails();
    await moveWindow(dora, MoveWindow.parse({ number, sequence: 0, startsAt: to('11') }));
    await sendDueMails();
    await moveWindow(dora, MoveWindow.parse({ number, sequence: 1, startsAt: to('13') }));
    await sendDueMails();
    await cancelWindow(dora, CancelWindow.parse({ number, sequence: 2 }));
    await sendDueMails();
  });
  expect(await db().mail.count({ where: { taskId: id, status: { not: 'sent' } } })).toBe(0);
  const of = (name: string) => sink.received.filter((each) => each.to.startsWith(name)).map(({ raw }) => raw);
  sent = { customer: of('cora'), technician: of('tom') };
});

afterAll(async () => {
  closeTransport();
  delete process.env.SMTP_URL;
  await sink.close();
});

describe.each(foreignReaders)('the invitation for an appointment, as %s reads it', (_program, read) => {
  it.each(['customer', 'technician'] as const)(
    'WO-14 · to the %s: invitation, two moves and the cancellation have one UID and SEQUENCE 0 to 3',
    async (who) => {
      const parts = await Promise.all(sent[who].map(calendarPartOf));
      const events = parts.map(({ content }) => read(content));
      expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
      expect(parts.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL']);
      expect(events.map(({ method, status }) => `${method} ${status}`)).toEqual([
        ...Array.from({ length: 3 }, () => 'REQUEST CONFIRMED'),
        'CANCEL CANCELLED',
      ]);
      expect(events.map(({ from }) => from.slice(11, 16))).toEqual(['09:00', '11:00', '13:00', '13:00']);
      expect(new Set(events.map(({ organiser }) => organiser))).toEqual(new Set(['mailto:support@support.example']));
      expect(events[0]?.location).toBe('6 Mill Road, Breda');
    },
  );
});

it('WO-10, WO-14 · the email names the window in the zone of the site, the earlier window, and the place', () => {
  const [booked = '', moved = '', , cancelled = ''] = sent.customer.map((raw) => raw.replaceAll(/=\r\n/g, ''));
  expect(booked).toContain('Your appointment is booked: Friday, 27 November 2026');
  expect(booked).toContain('(Europe/Berlin)');
  expect(booked).toContain('Where: 6 Mill Road, Breda');
  expect(moved).toContain('Before, it was Friday, 27 November 2026');
  expect(cancelled).toContain('is canceled');
  expect(cancelled).not.toContain('Where:');
  expect(booked).toMatch(/^From: Boxeo Support <support@support.example>/im);
  expect(booked).toMatch(/filename="?invite\.ics/);
});
