import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FILES_AT_MOST } from '#lib/attachment/rules/attach.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { type Actor, type Person, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { fileMail } from './commands/file-mail.ts';
import { moveMail } from './commands/move-mail.ts';
import { mailActionText } from './mail-action-text.ts';
import { fullMail, mailsToReview, reviewedMails } from './queries/incoming-mails.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';
import { LARGEST_MAIL } from './size.ts';

const w = await world();
beforeEach(() => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'whose-'));
});

const JANE = 'Jane Doe <jane.doe@example.test>';
const SUPPORT = 'support@casebridge.local';
let count = 0;

type Raw = { from: string; to?: string; before?: string; more?: string; body?: string; subject?: string };

function raw({ from, to = SUPPORT, before = '', more = '', body = 'Hello', subject = 'My contract' }: Raw): Buffer {
  count += 1;
  return Buffer.from(
    `${before}From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${count}@whose.test>\r\n${more}\r\n${body}\r\n`,
  );
}

async function take(mail: Buffer) {
  const { id } = await receive(mail, { source: 'smtp' });
  await readMail(system, { id });
  return db().incomingMail.findUniqueOrThrow({ where: { id }, omit: { raw: true } });
}

/** Whether the actor finds the email in the review and can open it; checks that both agree. */
async function opens(actor: Actor & { id: string }, id: string): Promise<boolean> {
  const isListed = (await mailsToReview(actor, null)).mails.some((mail) => mail.id === id);
  const isOpened = actor.kind === 'staff' && (await fullMail(actor, id)) !== null;
  expect(isOpened).toBe(isListed);
  return isOpened;
}

/** Agents of accounts, of consumers, and of both. */
const readersOf = async (id: string) => [await opens(w.pat, id), await opens(w.cleo, id), await opens(w.ava, id)];
const consumersAgents = [false, true, true];

/** More parts than any real email has, from the first lines on: neither it nor its beginning can be parsed. */
const PARTS = {
  more: 'Content-Type: multipart/mixed; boundary=b\r\n',
  body: '--b\r\n\r\na\r\n'.repeat(600),
};
const FILE = '--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n--b--\r\n';
const LONG = `X-Filler: ${'a'.repeat(70)}\r\n`;

/** A case of Jane's, with her reply address. */
async function janesCase() {
  const theCase = await aCase(w, { consumerId: w.jane.id, contactId: null });
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which contract?' });
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.jane.id } });
  return { theCase, mail, to: `case+${theCase.number}.${mail.replyToken}@casebridge.local` };
}

describe('an email of a consumer that could not be read', () => {
  it.each([
    ['has too many parts', raw({ from: JANE, ...PARTS })],
    [
      'has a name that looks like an address',
      raw({ from: `"<sam@elsewhere.test>" <jane.doe@example.test>`, ...PARTS }),
    ],
    ['has more headers than are read, before its sender', raw({ from: JANE, before: LONG.repeat(8_000) })],
    ['has its sender below what is kept of it', raw({ from: JANE, before: LONG.repeat(1_000), ...PARTS })],
    [
      'has no sender but that of its envelope',
      raw({ from: '', before: 'Return-Path: <jane.doe@example.test>\r\n', ...PARTS }),
    ],
    [
      'names its sender in another header',
      raw({ from: 'Jane', more: `Sender: ${JANE}\r\n${PARTS.more}`, body: PARTS.body }),
    ],
    ['is folded and in capitals', raw({ from: 'Jane\r\n <JANE.DOE@EXAMPLE.TEST>', ...PARTS })],
    ['is too large', Buffer.concat([raw({ from: JANE }), Buffer.alloc(LARGEST_MAIL, 'a')])],
    [
      'is too large, and its sender below its beginning',
      Buffer.concat([raw({ from: JANE, before: LONG.repeat(1_000) }), Buffer.alloc(LARGEST_MAIL, 'a')]),
    ],
  ])('ACC-6 · is opened by agents of consumers alone, if it %s', async (_what, mail) => {
    const row = await take(mail);
    expect(row).toMatchObject({ outcome: 'waits_for_review', senderId: w.jane.id });
    expect(await readersOf(row.id)).toEqual(consumersAgents);
  });

  it('ACC-6 · that replies to her case from an unknown address belongs to the readers of that case', async () => {
    const { theCase, mail, to } = await janesCase();
    const row = await take(raw({ from: 'jane@home.test', to, ...PARTS }));
    expect(row).toMatchObject({ senderId: null, taskId: theCase.id, answersId: mail.id });
    expect(await readersOf(row.id)).toEqual(consumersAgents);
    const byHeaders = await take(
      raw({ from: 'jane@home.test', more: `In-Reply-To: ${mail.messageId}\r\n${PARTS.more}`, body: PARTS.body }),
    );
    expect(byHeaders.taskId).toBe(theCase.id);
  });

  it('ACC-6 · stays hers when her address is another one later', async () => {
    const { id } = await holderOf('Mona Moved', ['sn_customerservice.consumer']);
    const row = await take(raw({ from: 'mona.moved@example.test', ...PARTS }));
    await db().user.update({ where: { id }, data: { email: 'mona@new.test' } });
    expect(await readersOf(row.id)).toEqual(consumersAgents);
  });
});

describe('an email whose sender is not certain', () => {
  it('ACC-6 · with two senders belongs to the known one', async () => {
    const row = await take(raw({ from: `Sam <sam@elsewhere.test>, ${JANE}` }));
    expect(row).toMatchObject({ reason: 'It has more than one sender.', senderId: w.jane.id });
    expect(await readersOf(row.id)).toEqual(consumersAgents);
  });

  it('ACC-6 · is opened by users who serve all customers if no sender is found', async () => {
    const fromNobody = await take(raw({ from: '', ...PARTS }));
    expect(await readersOf(fromNobody.id)).toEqual([false, false, true]);
    const strangers = await take(raw({ from: 'sam@elsewhere.test', ...PARTS }));
    expect(await readersOf(strangers.id)).toEqual([true, true, true]);
  });

  it('ACC-6 · is opened by users who serve all customers until it is read', async () => {
    const { id } = await receive(raw({ from: '', before: LONG.repeat(1_000), more: `Sender: ${JANE}\r\n` }), {
      source: 'smtp',
    });
    const [pat, ava] = [w.pat, w.ava] as Person[];
    expect([pat && (await fullMail(pat, id)), ava && (await fullMail(ava, id))]).toEqual([
      null,
      expect.objectContaining({ outcome: 'received' }),
    ]);
  });

  it('ACC-6 · is opened by the readers of the case, where a rule refused to file it', async () => {
    const { theCase, to } = await janesCase();
    const file = {
      taskId: theCase.id,
      contentType: 'text/plain',
      size: 1,
      sha256: 'a'.repeat(64),
      uploadedById: w.ava.id,
    };
    await db().attachment.createMany({
      data: Array.from({ length: FILES_AT_MOST }, (_, n) => ({ ...file, name: `${n}.txt`, createdAt: new Date() })),
    });
    const row = await take(
      raw({
        from: JANE,
        to,
        more: 'Content-Type: multipart/mixed; boundary=b\r\n',
        body: `--b\r\n\r\nSee.\r\n${FILE}`,
      }),
    );
    expect(row).toMatchObject({
      reason: expect.stringContaining('no more can be added'),
      senderId: w.jane.id,
      taskId: theCase.id,
    });
    expect(await readersOf(row.id)).toEqual(consumersAgents);
  });

  it('ACC-6 · that bounced is opened by users who see its case', async () => {
    const { mail } = await janesCase();
    const back = raw({ from: SUPPORT, subject: mail.subject })
      .toString()
      .replace(/<\d+@whose.test>/, mail.messageId);
    const row = await take(Buffer.from(back));
    expect(row).toMatchObject({ outcome: 'ignored', taskId: mail.taskId });
    const people = [w.pat, w.cleo] as Person[];
    expect(await Promise.all(people.map(async (one) => (await fullMail(one, row.id)) !== null))).toEqual([false, true]);
  });
});

describe('the page of an email that was moved', () => {
  /** An email that was filed to a case of an account, then moved to a case of a consumer. */
  async function moved() {
    const [ofContact, ofConsumer] = [await aCase(w), await aCase(w, { consumerId: w.jane.id, contactId: null })];
    const { id } = await take(raw({ from: 'sam@elsewhere.test', subject: 'Whose is it' }));
    await fileMail(w.ava, { id, number: ofContact.number });
    await moveMail(w.ava, { id, number: ofConsumer.number });
    return { id, ofContact, ofConsumer };
  }

  it('ACC-6 · names no case that the reader may not see, neither the one before nor the one where it is', async () => {
    const { id, ofContact, ofConsumer } = await moved();
    const [pat, cleo, ava] = [w.pat, w.cleo, w.ava] as [Person, Person, Person];
    const [seenByPat, seenByCleo] = [await fullMail(pat, id), await fullMail(cleo, id)];
    expect(seenByPat).toMatchObject({
      number: null,
      href: null,
      movedFrom: ofContact.number,
      wasMoved: true,
      can: null,
    });
    expect(seenByCleo).toMatchObject({ number: ofConsumer.number, movedFrom: null, wasMoved: true, can: 'move' });
    expect(await fullMail(ava, id)).toMatchObject({ number: ofConsumer.number, movedFrom: ofContact.number });
    expect(seenByCleo && mailActionText(seenByCleo)).toBe('Moved from another case');
    expect(JSON.stringify([seenByPat, await reviewedMails(pat, null)])).not.toContain(ofConsumer.number);
    expect(JSON.stringify([seenByCleo, await reviewedMails(cleo, null)])).not.toContain(ofContact.number);
  });

  it('ACC-6 · nor does the work note in the case before, where other agents read it', async () => {
    const { ofContact, ofConsumer } = await moved();
    const notes = (await notesOf(ofContact)).join();
    expect(notes).toContain('This email belongs to a case of another customer: Whose is it');
    expect(notes).not.toContain(ofConsumer.number);
  });

  it('ACC-6 · nor why it waited, once it is in another case', async () => {
    const { theCase, to } = await janesCase();
    const { id, reason } = await take(raw({ from: 'carl.colleague@example.test', to }));
    expect(reason).toBe(`The sender may not comment on ${theCase.number}.`);
    await fileMail(w.ava, { id, number: (await aCase(w)).number });
    const [pat, ava] = [w.pat, w.ava] as [Person, Person];
    expect(await fullMail(pat, id)).toMatchObject({ reason: 'The sender may not comment on that case.' });
    expect(await fullMail(ava, id)).toMatchObject({ reason });
  });
});
