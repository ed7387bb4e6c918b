import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { templateOf } from '#lib/mail-out/template-of.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import {
  aCase,
  aCaseWithIncident,
  anotherCaseOf,
  commentsOf,
  fresh,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { MailReader } from './mail-reader.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';
import { recordBounce } from './record-bounce.ts';
import { LARGEST_MAIL } from './size.ts';

/** Waits longer, for a busy machine. */
class PatientReader extends MailReader {
  override ask<T extends object>(task: Parameters<MailReader['ask']>[0]) {
    return super.ask<T>(task, 180_000);
  }
}

const w = await world();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mail-in-'));
  process.env.CASEBRIDGE_DATA = folder;
});

type Mail = {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  name?: string;
  more?: string;
  body?: string;
};

let count = 0;
function aMail({
  from = 'cora.customer@example.test',
  to,
  subject = 'Hello',
  text = 'Hello',
  name,
  more = '',
  body,
}: Mail): Buffer {
  count += 1;
  const head = [
    `From: ${from}`,
    `To: ${to ?? 'support@casebridge.local'}`,
    `Subject: ${subject}`,
    `Message-ID: ${name ?? `<${count}@mail.example.test>`}`,
    ...(more ? [more] : []),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n${body ?? `\r\n${text}\r\n`}`);
}

/** A case with Cora's reply address. */
async function answerable(theCase: { id: string; number: string }) {
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  return `case+${theCase.number}.${mail.replyToken}@casebridge.local`;
}

async function take(raw: Buffer) {
  const { id } = await receive(raw, { source: 'smtp' });
  await readMail(system, { id });
  return db().incomingMail.findUniqueOrThrow({ where: { id } });
}

const close = (theCase: { number: string }) =>
  moveCase(w.ava, {
    number: theCase.number,
    verb: 'close',
    values: { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' },
  });

describe('an incoming email', () => {
  it('MAIL-7 · twice, or twenty times at once, is stored, read and filed once', async () => {
    const theCase = await aCase(w);
    const raw = aMail({ to: await answerable(theCase), text: 'Once.' });
    const receipts = await Promise.all(Array.from({ length: 20 }, () => receive(raw, { source: 'smtp' })));
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(receipts.filter(({ isNew }) => isNew)).toHaveLength(1);
    const id = receipts[0]?.id ?? '';
    await Promise.all(Array.from({ length: 8 }, () => readMail(system, { id })));
    expect((await commentsOf(theCase)).filter((text) => text === 'Once.')).toHaveLength(1);
  });

  it('MAIL-7 · by another route has other headers on top, and is the same', async () => {
    const raw = aMail({ name: '<same@mail.example.test>' });
    const first = await receive(raw, { source: 'smtp' });
    const again = Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), raw]);
    expect(await receive(again, { source: 'imap' })).toEqual({ id: first.id, isNew: false });
  });

  it('MAIL-7 · without an id is identified by its content', async () => {
    const raw = Buffer.from('From: cora.customer@example.test\r\n\r\nNameless\r\n');
    const { id } = await receive(raw, { source: 'smtp' });
    expect(await receive(raw, { source: 'smtp' })).toEqual({ id, isNew: false });
  });

  it('MAIL-7 · with the id of another is not lost, and waits for review', async () => {
    const theCase = await aCase(w);
    const to = await answerable(theCase);
    const name = '<taken@mail.example.test>';
    await take(aMail({ to, name, text: 'The first.' }));
    const second = await take(aMail({ to, name, text: 'Another.' }));
    expect([second.outcome, second.reason]).toEqual(['waits_for_review', expect.stringContaining('Message-ID')]);
    expect((await take(aMail({ to, name, text: 'Another.' }))).id).toBe(second.id);
  });

  it('MAIL-6 · that is too large is kept for review with its beginning, and is not parsed', async () => {
    const raw = Buffer.concat([aMail({ subject: 'Large' }), Buffer.alloc(LARGEST_MAIL, 'a')]);
    const row = await take(raw);
    expect([row.outcome, row.reason]).toEqual(['waits_for_review', expect.stringContaining('larger than 36 MB')]);
    expect(row.raw.byteLength).toBeLessThan(100_000);
  });

  it('MAIL-6 · that exhausts the memory of its reader waits for review, with its sender, and the next one is read', async () => {
    const readers = globalThis as { casebridgeMailReaders?: object };
    const before = readers.casebridgeMailReaders;
    // Enough memory for an ordinary email.
    const little = new PatientReader(20);
    readers.casebridgeMailReaders = { incoming: little, strangers: little, opened: little };
    const line = `${'A word and another one. '.repeat(20)}\r\n`;
    const row = await take(aMail({ subject: 'Much', text: line.repeat(60_000) }));
    const next = await take(aMail({ subject: 'Next' }));
    little.end();
    readers.casebridgeMailReaders = before;
    expect(row).toMatchObject({
      outcome: 'waits_for_review',
      reason: expect.stringMatching(/^It takes too much memory to read/),
      fromAddress: 'cora.customer@example.test',
    });
    expect(next.outcome).toBe('opened_case');
  });
});

describe('an answer', () => {
  it('CASE-4, MAIL-3 · to a question reopens the case, in the name of the customer', async () => {
    const theCase = await aCase(w);
    const { number } = theCase;
    await moveCase(w.ava, { number, verb: 'assign-to-me' });
    await moveCase(w.ava, { number, verb: 'request-info', comment: 'Which?' });
    const row = await take(aMail({ to: await answerable(theCase), text: 'The black one.' }));
    expect((await fresh(theCase)).state).toBe('open');
    const entry = await db().journalEntry.findUniqueOrThrow({ where: { id: row.entryId ?? '' } });
    expect([entry.authorId, entry.type, entry.text]).toEqual([w.cora.id, 'comment', 'The black one.']);
    expect(row.senderId).toBe(w.cora.id);
  });

  it('SYNC-CASE-1 · is copied into the incident of the case if the property says so', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    await take(aMail({ to: await answerable(theCase), text: 'Since Monday.' }));
    expect((await commentsOf(incident)).join()).toContain('Since Monday.');
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
  });

  it.each([
    ['fail', 'Cora Customer (Boxeo, sender not verified)', 'comment by a customer, not verified'],
    ['pass', 'Cora Customer (Boxeo)', 'comment by a customer'],
  ])(
    'MAIL-8, SYNC-CASE-1, SYNC-INC-4 · with an unverified sender (%s) says so everywhere',
    async (dmarc, name, template) => {
      await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
      await setProperty('mail.authentication_server', 'mx.test');
      const { theCase, incident } = await aCaseWithIncident(w, { assignedToId: w.ava.id });
      const other = await anotherCaseOf(w, incident);
      const more = `Authentication-Results: mx.test; dmarc=${dmarc} header.from=example.test`;
      const row = await take(aMail({ to: await answerable(theCase), text: 'Words.', more }));
      expect([row.outcome, row.verdict]).toEqual(['filed', dmarc]);
      const copy = `${name} on ${theCase.number}: Words.`;
      expect(await commentsOf(incident)).toEqual([copy]);
      expect((await notesOf(other)).at(-1)).toBe(`Comment on ${incident.number} by System: ${copy}`);
      const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.ava.id } });
      expect(templateOf(mail.event, mail.facts as object)).toBe(template);
      await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
      await setProperty('mail.authentication_server', 'none');
    },
  );

  it('MAIL-10 · notifies the assignee of the case, and not its sender', async () => {
    const theCase = await aCase(w, { assignedToId: w.ava.id });
    const to = await answerable(theCase);
    await take(aMail({ to, text: 'An answer.' }));
    const mails = await db().mail.findMany({ where: { taskId: theCase.id, event: 'comment by the customer' } });
    expect(mails.map(({ recipientId }) => recipientId)).toEqual([w.ava.id]);
  });

  it('REC-4 · drops files that are too large or too many, keeps the rest, and says so', async () => {
    await setProperty('attachment.max_size_mb', '1');
    const part = (name: string, size: number) =>
      `--b\r\nContent-Disposition: attachment; filename=${name}\r\n\r\n${'a'.repeat(size)}\r\n`;
    const parts = [part('large.txt', 1_100_000), ...Array.from({ length: 27 }, (_, n) => part(`f${n}.txt`, 10))];
    const theCase = await aCase(w);
    const body = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nFiles.\r\n${parts.join('')}--b--\r\n`;
    const row = await take(aMail({ to: await answerable(theCase), body }));
    expect(row).toMatchObject({
      outcome: 'filed',
      reason: 'Not taken: 1 file is larger than 1 MB, 2 more files. They are in the email.',
    });
    expect(await db().attachment.count({ where: { taskId: theCase.id, uploadedById: w.cora.id } })).toBe(25);
    await setProperty('attachment.max_size_mb', '25');
  });

  it('Q-10 · whose files cannot be stored is not lost: nothing is written, and it is read again', async () => {
    const theCase = await aCase(w);
    const body =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nA file.\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n--b--\r\n';
    const { id } = await receive(aMail({ to: await answerable(theCase), body }), { source: 'smtp' });
    // A file in place of the folder: like a full disk, this makes writing fail.
    writeFileSync(path.join(folder, 'attachments'), '');
    await expect(readMail(system, { id })).rejects.toThrow();
    expect((await db().incomingMail.findUniqueOrThrow({ where: { id } })).outcome).toBe('received');
    rmSync(path.join(folder, 'attachments'));
    await readMail(system, { id });
    expect(await db().attachment.count({ where: { taskId: theCase.id } })).toBe(1);
  });

  it('Q-10 · that is refused leaves no file behind', async () => {
    const body =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nA file.\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n--b--\r\n';
    await take(aMail({ from: 'somebody@elsewhere.test', body }));
    const left = existsSync(path.join(folder, 'attachments')) ? readdirSync(folder, { recursive: true }) : [];
    expect(left.filter((name) => String(name).endsWith('.part'))).toEqual([]);
  });

  it('MAIL-4 · that is longer than an entry is cut, and says so', async () => {
    const theCase = await aCase(w);
    const row = await take(aMail({ to: await answerable(theCase), text: 'word '.repeat(10_000) }));
    const entry = await db().journalEntry.findUniqueOrThrow({ where: { id: row.entryId ?? '' } });
    expect(entry.text).toMatch(/The email continues\.$/);
    expect(entry.text.length).toBeLessThanOrEqual(32_000);
  });

  it('MAIL-6 · of one sender to one case is held for review after ten in ten minutes, and accepted later', async () => {
    const theCase = await aCase(w);
    const to = await answerable(theCase);
    const mails = Array.from({ length: 14 }, (_, n) => aMail({ to, text: `Number ${n}.` }));
    const rows = await Promise.all(mails.map(take));
    const outcomes = Object.groupBy(rows, ({ outcome }) => outcome);
    expect([outcomes.filed?.length, outcomes.held_back?.length]).toEqual([10, 4]);
    const other = await aCase(w);
    expect((await take(aMail({ to: await answerable(other) }))).outcome).toBe('filed');
    const later = new Date(Date.now() + 11 * 60_000);
    expect((await at(later, () => take(aMail({ to })))).outcome).toBe('filed');
  });

  it('MAIL-6 · of one sender is counted by its arrival, however late it is read', async () => {
    const to = await answerable(await aCase(w));
    const mails = Array.from({ length: 12 }, () => aMail({ to, text: 'All at once.' }));
    const receipts = await Promise.all(mails.map((mail) => receive(mail, { source: 'smtp' })));
    await at(new Date(Date.now() + 60 * 60_000), async () => {
      for (const { id } of receipts) await readMail(system, { id });
    });
    const read = await db().incomingMail.groupBy({
      by: ['outcome'],
      where: { id: { in: receipts.map(({ id }) => id) } },
      _count: true,
      orderBy: { outcome: 'asc' },
    });
    expect(Object.fromEntries(read.map(({ outcome, _count }) => [outcome, _count]))).toEqual({
      filed: 10,
      held_back: 2,
    });
  });

  it('MAIL-6 · that was sent by a machine does not count for the person of that address', async () => {
    const to = await answerable(await aCase(w));
    const away = Array.from({ length: 11 }, () => aMail({ to, body: 'Auto-Submitted: auto-replied\r\n\r\nAway.' }));
    const rows = await Promise.all(away.map(take));
    expect(rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'ignored'));
    expect((await take(aMail({ to, text: 'I am back.' }))).outcome).toBe('filed');
  });
});

describe('a customer without a role', () => {
  async function theCaseOf(contactId: string) {
    const theCase = await aCase(w, { contactId });
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
    const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: contactId } });
    return { theCase, mail, to: `case+${theCase.number}.${mail.replyToken}@casebridge.local` };
  }

  async function rolf() {
    count += 1;
    const email = `rolf${count}@example.test`;
    const { id } = await db().user.create({ data: { name: 'Rolf', email, kind: 'contact', audience: 'external' } });
    await db().contact.create({ data: { id, accountId: w.boxeo } });
    return { id, email };
  }

  it('MAIL-3 · can reply to their own case with the token, and do nothing else', async () => {
    const { id, email } = await rolf();
    const { theCase, to } = await theCaseOf(id);
    const row = await take(aMail({ from: email, to, text: 'The black one.' }));
    expect([row.outcome, row.reason]).toEqual(['filed', '']);
    expect(await db().journalEntry.count({ where: { taskId: theCase.id, authorId: id } })).toBe(1);
    const comment = { kind: 'case', number: theCase.number, type: 'comment', text: 'By another way.' } as const;
    const rolfHimself = await actorOfUser(db(), id);
    await expect(addEntry(rolfHimself as Actor, comment)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('MAIL-3 · needs the token, and must own the case', async () => {
    const [{ id, email }, other] = [await rolf(), await rolf()];
    const { theCase, mail, to } = await theCaseOf(id);
    const byHeaders = await take(aMail({ from: email, more: `In-Reply-To: ${mail.messageId}` }));
    const byAnother = await take(aMail({ from: other.email, to }));
    const reason = `The sender may not comment on ${theCase.number}.`;
    expect([byHeaders.reason, byAnother.reason]).toEqual([reason, reason]);
  });
});

describe('a confirmation', () => {
  const confirmations = (event: string) =>
    db().mail.findMany({ where: { event, recipientId: w.cora.id }, orderBy: { createdAt: 'asc' } });

  it('MAIL-11 · of a reply to a closed case is sent once per case and day; the new case names the old one', async () => {
    const theCase = await aCase(w);
    const to = await answerable(theCase);
    await close(theCase);
    const [first, second] = [await take(aMail({ to, text: 'Again.' })), await take(aMail({ to, text: 'And again.' }))];
    expect([first.outcome, second.outcome, second.taskId]).toEqual(['opened_case', 'filed', first.taskId]);
    const opened = await db().task.findUniqueOrThrow({ where: { id: first.taskId ?? '' }, include: { case: true } });
    expect(opened).toMatchObject({
      contactId: w.cora.id,
      accountId: w.boxeo,
      state: 'new',
      case: { channel: 'email' },
    });
    expect(opened.description).toContain(theCase.number);
    const confirmation = await confirmations('answer to a closed case');
    expect(confirmation.map(({ taskId, subject, body, facts }) => ({ taskId, subject, body, facts }))).toEqual([
      { taskId: opened.id, subject: 'Re: Hello', body: '', facts: { old: theCase.number } },
    ]);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    expect((await at(tomorrow, () => take(aMail({ to, text: 'The next day.' })))).taskId).toBe(opened.id);
    expect(await confirmations('answer to a closed case')).toHaveLength(1);
    await close(opened);
    const afterwards = await at(tomorrow, () => take(aMail({ to, text: 'Once more.' })));
    expect([afterwards.outcome, afterwards.taskId === opened.id]).toEqual(['opened_case', false]);
    expect(await confirmations('answer to a closed case')).toHaveLength(2);
  });

  it('MAIL-11 · goes to the sender, and the new case belongs to the customer of the old one', async () => {
    const theCase = await aCase(w);
    const to = await answerable(theCase);
    await close(theCase);
    const row = await take(aMail({ to, from: 'Bea <bea.boxeo@example.test>' }));
    const { contactId } = await db().task.findUniqueOrThrow({ where: { id: row.taskId ?? '' } });
    const mails = await db().mail.findMany({ where: { taskId: row.taskId ?? '' } });
    expect([contactId, mails.map(({ recipientId }) => recipientId)]).toEqual([w.cora.id, [w.bea.id]]);
  });

  it('MAIL-9 · repeats nothing of the email, neither in subject nor text, and is limited per address', async () => {
    const tomorrow = Date.now() + 3 * 24 * 3_600_000;
    for (let n = 0; n < 14; n++)
      await at(new Date(tomorrow + n * 20 * 60_000), () =>
        take(aMail({ from: 'lea.labs@example.test', subject: 'Buy http://evil.test', text: 'Cheap pills' })),
      );
    const mails = await db().mail.findMany({ where: { event: 'case opened by email', recipientId: w.lea.id } });
    expect(mails).toHaveLength(10);
    for (const { subject, body, facts } of mails)
      expect(`${subject} ${body} ${JSON.stringify(facts)}`).not.toMatch(/Buy|evil|pills/);
    expect(await db().task.count({ where: { contactId: w.lea.id } })).toBe(14);
  });

  it('MAIL-9 · is not sent to a stranger', async () => {
    const before = await db().mail.count();
    await take(aMail({ from: 'somebody@elsewhere.test' }));
    expect(await db().mail.count()).toBe(before);
  });
});

it('MAIL-8 · no email writes as staff, whatever its address', async () => {
  const theCase = await aCase(w, { assignedToId: w.ava.id });
  await addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: 'Hello?' });
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.ava.id } });
  const before = await db().journalEntry.count();
  for (const to of [`case+${theCase.number}.${mail.replyToken}@casebridge.local`, 'support@casebridge.local']) {
    const row = await take(aMail({ from: 'ava.agent@example.test', to }));
    expect(row.outcome).toBe('waits_for_review');
  }
  expect(await db().journalEntry.count()).toBe(before);
});

describe('a bounce', () => {
  it.each([
    ['lea.labs@example.test', true],
    ['lea.new@example.test', false],
  ])(
    'MAIL-6 · fails the email, and does not affect an address that the person has set since (%s)',
    async (email, isLost) => {
      const theCase = await aCase(w, { contactId: w.lea.id });
      await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
      await sendDueMails();
      const { id, messageId, address } = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id } });
      await db().user.update({ where: { id: w.lea.id }, data: { email } });
      const failed = [{ address, said: '5.1.1 Nobody', isGone: true }];
      await db().$transaction((tx) => recordBounce(tx, { failed, messageIds: [messageId] }));
      const { unreachableSince } = await db().user.findUniqueOrThrow({ where: { id: w.lea.id } });
      expect([unreachableSince !== null, (await db().mail.findUniqueOrThrow({ where: { id } })).status]).toEqual([
        isLost,
        'failed',
      ]);
      await db().user.update({
        where: { id: w.lea.id },
        data: { email: 'lea.labs@example.test', unreachableSince: null, unreachableReason: '' },
      });
    },
  );
});

describe('a new email', () => {
  it('MAIL-5 · becomes a case whose history names the customer for whom the product opened it', async () => {
    const row = await take(aMail({ subject: 'A new one' }));
    const cause = await db().cause.findFirstOrThrow({ where: { taskId: row.taskId ?? '' }, orderBy: { at: 'asc' } });
    expect([cause.actorId, cause.onBehalfOf]).toEqual([null, 'Cora Customer']);
  });

  it.each([
    ['closed', (theCase: { number: string }) => close(theCase)],
    ['cancelled', ({ number }: { number: string }) => moveCase(w.mia, { number, verb: 'cancel' })],
  ])('MAIL-11 · is what a reply becomes if its case is %s', async (state, end) => {
    const theCase = await aCase(w);
    const to = await answerable(theCase);
    await end(theCase);
    const row = await take(aMail({ to, text: 'Still so.' }));
    expect([(await fresh(theCase)).state, row.outcome, row.taskId === theCase.id]).toEqual([
      state,
      'opened_case',
      false,
    ]);
    const opened = await db().task.findUniqueOrThrow({ where: { id: row.taskId ?? '' } });
    expect(opened.description).toContain(theCase.number);
  });
});
