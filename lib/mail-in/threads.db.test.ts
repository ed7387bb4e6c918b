import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, aroundEach, beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { closeTransport } from '#lib/mail-out/transport.ts';
import { system } from '#lib/platform/actor.ts';
import { at, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { type Sink, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, commentsOf, world } from '#lib/testing/world.ts';
import { moveMail } from './commands/move-mail.ts';
import { titleOf } from './open-case.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';

const w = await world();
let sink: Sink | undefined;
// Each test has its own day, so that the limits on emails and confirmations don't carry over.
let day = 0;
aroundEach(async (runTest) => {
  day += 2;
  await at(new Date(Date.now() + day * 24 * 3_600_000), runTest);
});
beforeEach(() => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'threads-'));
});
afterEach(async () => {
  closeTransport();
  delete process.env.SMTP_URL;
  await sink?.close();
  sink = undefined;
});

const CORA = 'Cora Customer <cora.customer@example.test>';
const BEA = 'Bea Boxeo <bea.boxeo@example.test>';
const CARL = 'Carl Colleague <carl.colleague@example.test>';
const SUPPORT = 'Support <support@casebridge.local>';

type Written = {
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  text?: string;
  answers?: string[];
  more?: string;
};
let count = 0;

/** Stores an email as a mail program writes it, without reading it yet. */
async function stored({
  from = CORA,
  to = SUPPORT,
  cc,
  subject = 'Printer is offline',
  text,
  answers = [],
  more,
}: Written = {}) {
  count += 1;
  const messageId = `<${count}.thread@mail.boxeo.example>`;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    ...(cc ? [`Cc: ${cc}`] : []),
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    ...(answers.length > 0 ? [`In-Reply-To: ${answers.at(-1)}`, `References: ${answers.join(' ')}`] : []),
    ...(more ? [more] : []),
    'Content-Type: text/plain; charset=utf-8',
  ];
  const { id } = await receive(Buffer.from(`${head.join('\r\n')}\r\n\r\n${text ?? `Text ${count}.`}\r\n`), {
    source: 'smtp',
  });
  return { id, messageId };
}

async function read(id: string) {
  await readMail(system, { id });
  return db().incomingMail.findUniqueOrThrow({ where: { id }, omit: { raw: true }, include: { task: true } });
}

async function take(written?: Written) {
  const { id, messageId } = await stored(written);
  return { ...(await read(id)), messageId };
}

const close = (number: string) =>
  moveCase(w.ava, { number, verb: 'close', values: { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' } });

/** A case with Cora's reply address. */
async function answerable() {
  const theCase = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  return { theCase, mail, to: `case+${theCase.number}.${mail.replyToken}@casebridge.local` };
}

describe('an email that answers an incoming one', () => {
  it.each([
    ['a second one of the sender', { from: CORA, subject: 'Re: Printer is offline' }],
    ['one with another subject', { from: CORA, subject: 'Its address' }],
    ['a reply to all of a colleague who may comment', { from: BEA, to: CORA, cc: SUPPORT }],
    ['one of which support has a blind copy', { from: BEA, to: CORA, more: 'Delivered-To: support@casebridge.local' }],
  ])('MAIL-3 · is a comment in the same case: %s', async (_what, written: Written) => {
    const first = await take();
    const second = await take({ ...written, text: 'It is 10.0.0.7.', answers: [first.messageId] });
    expect(second).toMatchObject({ outcome: 'filed', taskId: first.taskId });
    const entry = await db().journalEntry.findUniqueOrThrow({ where: { id: second.entryId ?? '' } });
    expect([entry.authorId, entry.text]).toEqual([written.from === BEA ? w.bea.id : w.cora.id, 'It is 10.0.0.7.']);
    const third = await take({ answers: [first.messageId, second.messageId] });
    expect([third.outcome, third.taskId]).toEqual(['filed', first.taskId]);
  });

  it.each([
    ['a colleague without the right', CARL, 'may not comment'],
    ['a customer of another account', 'Fiona <fiona.funco@example.test>', 'may not comment'],
    ['a stranger', 'sam@elsewhere.test', 'The sender is unknown.'],
    ['one of the staff', 'ava.agent@example.test', 'The sender works here.'],
  ])('MAIL-3 · waits for review at that case, and writes nothing, if it is of %s', async (_who, from, reason) => {
    const first = await take();
    const second = await take({ from, answers: [first.messageId] });
    expect(second).toMatchObject({
      outcome: 'waits_for_review',
      taskId: first.taskId,
      reason: expect.stringContaining(reason),
    });
    expect(await commentsOf(first.task as never)).toEqual([]);
  });

  it('MAIL-8 · waits for review if it may be forged and names only public ids', async () => {
    const first = await take();
    await db().property.updateMany({ where: { name: 'mail.authentication_server' }, data: { value: 'mx.test' } });
    const more = 'Authentication-Results: mx.test; dmarc=fail header.from=example.test';
    const second = await take({ answers: [first.messageId], more });
    await db().property.updateMany({ where: { name: 'mail.authentication_server' }, data: { value: 'none' } });
    expect(second.outcome).toBe('waits_for_review');
  });

  it('MAIL-3 · shares one case with it in any order, or all at once', async () => {
    const first = await stored();
    const second = await stored({ answers: [first.messageId] });
    const third = await stored({ from: BEA, answers: [first.messageId, second.messageId] });
    const rows = await Promise.all([third.id, second.id, first.id, third.id].map(read));
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(1);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['filed', 'filed', 'opened_case', 'filed']);
  });

  it('MAIL-3 · is processed even if it answers itself, or they answer each other', async () => {
    const own = await take({ answers: [`<${count + 1}.thread@mail.boxeo.example>`] });
    expect(own.outcome).toBe('opened_case');
    const first = await stored({ answers: [`<${count + 2}.thread@mail.boxeo.example>`] });
    const second = await stored({ answers: [first.messageId] });
    const rows = [await read(first.id), await read(second.id)];
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(1);
  });

  it('MAIL-3, MAIL-5 · is added to the case to which the first was moved', async () => {
    const first = await take();
    const theCase = await aCase(w);
    await moveMail(w.ava, { id: first.id, number: theCase.number });
    expect(await take({ answers: [first.messageId] })).toMatchObject({ outcome: 'filed', taskId: theCase.id });
  });

  it('MAIL-3 · opens a case if the first opened none', async () => {
    const first = await take({ from: CORA, to: 'Sales <sales@elsewhere.test>' });
    expect(first.outcome).toBe('waits_for_review');
    expect((await take({ answers: [first.messageId] })).outcome).toBe('opened_case');
  });
});

describe('answers to one closed case', () => {
  it('MAIL-11 · open one new case, whose title is the subject without our number', async () => {
    const { theCase, mail, to } = await answerable();
    await close(theCase.number);
    const [byToken, byHeaders] = [{ to }, { answers: [mail.messageId] }];
    const first = await take({ ...byToken, subject: `Re: ${theCase.number} Modem is dead` });
    const second = await take({ ...byHeaders, subject: `Re: ${theCase.number} Modem is dead`, text: 'And loud.' });
    expect([first.outcome, second.outcome, second.taskId]).toEqual(['opened_case', 'filed', first.taskId]);
    expect(first.task?.shortDescription).toBe('Modem is dead');
    expect(first.task?.description).toContain(`Follow-up to ${theCase.number}`);
    expect(await commentsOf(first.task as never)).toEqual(['And loud.']);
  });

  it('MAIL-11 · of two people at once open one case', async () => {
    const { theCase, mail } = await answerable();
    await close(theCase.number);
    const written = [CORA, BEA, CORA, BEA].map((from) => stored({ from, answers: [mail.messageId] }));
    const rows = await Promise.all((await Promise.all(written)).map(({ id }) => read(id)));
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(1);
    expect(rows.filter(({ outcome }) => outcome === 'opened_case')).toHaveLength(1);
  });

  it('MAIL-11 · are added to the newest open follow-up case', async () => {
    const { theCase, to, mail } = await answerable();
    await close(theCase.number);
    const first = await take({ to });
    await close(first.task?.number ?? '');
    const second = await take({ answers: [first.messageId] });
    expect([second.outcome, second.followsId]).toEqual(['opened_case', first.taskId]);
    const third = await take({ answers: [mail.messageId, first.messageId] });
    expect([third.outcome, third.taskId]).toEqual(['filed', second.taskId]);
  });

  it('MAIL-3 · are not added to the follow-up if the sender may not comment there', async () => {
    const { theCase, to, mail } = await answerable();
    await close(theCase.number);
    const { taskId } = await take({ to });
    const stranger = await take({ from: CARL, answers: [mail.messageId] });
    expect(stranger).toMatchObject({ outcome: 'waits_for_review', taskId });
  });

  it.each([
    ['Re: CS0001001 Modem is dead', 'Modem is dead'],
    ['AW: [CS0001001] Modem is dead', 'Modem is dead'],
    ['[CS0001001] Re: Fwd: Modem is dead', 'Modem is dead'],
    ['Re: CS0001001: Re: CS0001001 – Modem is dead', 'Modem is dead'],
    ['Re: CS0001002 Modem is dead', 'CS0001002 Modem is dead'],
    ['Re: CS0001001', 'Email without a subject'],
  ])('MAIL-11 · have a title without the number of that case: %s', (subject, title) => {
    expect(titleOf(subject, 'CS0001001')).toBe(title);
  });
});

describe('our emails about a case that an email opened', () => {
  /** The headers of all sent emails, unfolded, and their decoded subjects. */
  async function sent() {
    sink = await smtpSink();
    process.env.SMTP_URL = sink.url;
    await sendDueMails();
    return sink.received.map(({ to, raw }) => {
      const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ');
      const of = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
      return {
        to: String(to),
        subject: of('Subject'),
        references: of('References').split(' '),
        inReplyTo: of('In-Reply-To'),
      };
    });
  }

  it('MAIL-3 · forms one conversation with it in the customer’s mail program', async () => {
    await sendDueMails();
    const first = await take({ subject: 'Printer in room 4' });
    await addEntry(w.ava, { kind: 'case', number: first.task?.number ?? '', type: 'comment', text: 'Which printer?' });
    const second = await at(new Date(now().getTime() + 60_000), async () => {
      const answer = await take({ subject: 'Re: Printer in room 4', answers: [first.messageId] });
      await addEntry(w.ava, { kind: 'case', number: first.task?.number ?? '', type: 'comment', text: 'Thank you.' });
      return answer;
    });
    const mails = await db().mail.findMany({
      where: { taskId: first.taskId ?? '', recipientId: w.cora.id },
      orderBy: { id: 'asc' },
    });
    expect(mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 3 }, () => 'Re: Printer in room 4'));
    const root = `<record.${first.taskId}@casebridge.local>`;
    expect(
      (await at(new Date(now().getTime() + 120_000), sent)).map(({ references, inReplyTo }) => ({
        references,
        inReplyTo,
      })),
    ).toEqual(
      expect.arrayContaining([
        { references: [root, first.messageId], inReplyTo: first.messageId },
        { references: [root, first.messageId, second.messageId], inReplyTo: second.messageId },
      ]),
    );
  });

  it.each([
    ['Störung der Leitung 🔒', 'Re: Störung der Leitung 🔒'],
    ['RE: Version 2.0', 'RE: Version 2.0'],
    ['다시 안 됩니다', 'Re: 다시 안 됩니다'],
    ['Buy at https://evil.test', null],
    ['Cheap pills on evil.test', null],
    ['x'.repeat(201), null],
  ])('MAIL-9 · replies to the subject %s, unless it contains a link or is empty', async (subject, answer) => {
    const { task } = await take({ subject, from: BEA });
    const confirmed = await db().mail.findFirstOrThrow({ where: { taskId: task?.id ?? '', recipientId: w.bea.id } });
    expect(confirmed.subject).toBe(answer ?? task?.number);
  });

  it('MAIL-3 · shows staff neither its Message-ID nor its subject', async () => {
    const { task, messageId } = await take({ subject: 'Printer in room 5' });
    await db().task.update({ where: { id: task?.id ?? '' }, data: { assignedToId: w.ava.id } });
    await addEntry(w.cora, { kind: 'case', number: task?.number ?? '', type: 'comment', text: 'Hello?' });
    const mail = await db().mail.findFirstOrThrow({ where: { taskId: task?.id ?? '', recipientId: w.ava.id } });
    expect(mail.subject).toBe(`${task?.number} Printer in room 5`);
    const toAva = (await sent()).find(({ to }) => to.includes('ava.agent'));
    expect(toAva?.references).not.toContain(messageId);
  });
});

describe('an email of a customer that only looks automatic', () => {
  it.each([
    ['List-Unsubscribe of a CRM', { more: 'List-Unsubscribe: <https://crm.boxeo.example/u/1>' }],
    ['Precedence: bulk', { more: 'Precedence: bulk' }],
    ['Precedence: list', { more: 'Precedence: list' }],
    ['Precedence: junk', { more: 'Precedence: junk' }],
    ['a subject like a note of absence', { subject: 'Out of office: the divert does not work' }],
    ['such a subject in Spanish', { subject: 'Fuera de la oficina: el desvio no funciona' }],
    ['such a subject in Korean', { subject: '=?utf-8?b?67aA7J6s7KSROiDsoITtmZTqsIAg7JWIIOuQqeuLiOuLpA==?=' }],
  ])('MAIL-6 · opens a case: %s', async (_sign, written: Written) => {
    expect((await take(written)).outcome).toBe('opened_case');
  });

  it('MAIL-6 · is filed if it is a reply, and waits for review if two signs agree', async () => {
    const { to, theCase } = await answerable();
    expect(await take({ to, more: 'Precedence: bulk' })).toMatchObject({ outcome: 'filed', taskId: theCase.id });
    const more = 'Precedence: bulk\r\nList-Unsubscribe: <https://crm.boxeo.example/u/1>';
    const newsletter = await take({ more });
    expect([newsletter.outcome, newsletter.reason]).toEqual([
      'waits_for_review',
      'It looks automatic: from a mailing list.',
    ]);
    expect((await take({ from: 'news@shop.test', more })).outcome).toBe('ignored');
  });
});

/** How out-of-office replies begin in the twelve most common languages. */
const notes = [
  [
    'Automatic reply: ',
    'Automatische Antwort: ',
    'Réponse automatique : ',
    'Respuesta automática: ',
    'Resposta automática: ',
  ],
  [
    'Risposta automatica: ',
    'Automatisch antwoord: ',
    'Automatyczna odpowiedź: ',
    'Автоматический ответ: ',
    '自动回复: ',
  ],
  ['自動応答: ', '자동 회신: '],
].flat();

describe('a note that a customer is away', () => {
  const encoded = (subject: string) => `=?utf-8?b?${Buffer.from(subject).toString('base64')}?=`;

  it.each(notes)('MAIL-6 · is ignored, with headers and without: %s', async (note) => {
    const { theCase, mail, to } = await answerable();
    await moveCase(w.ava, { number: theCase.number, verb: 'assign-to-me' });
    await moveCase(w.ava, { number: theCase.number, verb: 'request-info', comment: 'Which one?' });
    const before = await commentsOf(theCase);
    const subject = encoded(`${note}Panne`);
    const away = [
      await take({ to, subject, more: 'X-Auto-Response-Suppress: All' }),
      await take({ to, subject }),
      await take({ subject, answers: [mail.messageId] }),
      await take({ subject: encoded(`${note}${mail.subject}`) }),
    ];
    expect(away.map(({ outcome, reason }) => [outcome, reason])).toEqual(
      away.map(() => ['ignored', 'an automatic reply']),
    );
    expect([
      (await db().task.findUniqueOrThrow({ where: { id: theCase.id } })).state,
      await commentsOf(theCase),
    ]).toEqual(['awaiting_info', before]);
  });
});

describe('a single limit and a single sign', () => {
  it('MAIL-6 · more than ten emails of one sender to the support address in ten minutes are held for review', async () => {
    const outcomes: string[] = [];
    for (let n = 0; n < 12; n += 1) outcomes.push((await take({ subject: `Number ${n}` })).outcome);
    expect(outcomes).toEqual([...Array(10).fill('opened_case'), 'held_back', 'held_back']);
    expect((await take({ from: BEA })).outcome).toBe('opened_case');
    const { theCase, to } = await answerable();
    expect(await take({ to })).toMatchObject({ outcome: 'filed', taskId: theCase.id });
  });

  it.each(['X-Autoreply: yes', 'X-Autorespond: Away', 'X-Autoresponder: yes', 'X-Auto-Reply: 1'])(
    'MAIL-6 · %s marks an automatic reply',
    async (more) => {
      const { theCase, to } = await answerable();
      const before = await commentsOf(theCase);
      expect(await take({ to, more })).toMatchObject({ outcome: 'ignored', reason: 'an automatic reply' });
      expect(await commentsOf(theCase)).toEqual(before);
    },
  );

  it('MAIL-6 · an email from our own reply address is ours, one from a similar address is not', async () => {
    const address = `case+CS0001001.${'a'.repeat(32)}`;
    expect(await take({ from: `${address}@casebridge.local` })).toMatchObject({
      outcome: 'ignored',
      reason: 'one of our own emails',
    });
    for (const from of [`${address}@elsewhere.test`, 'cases@casebridge.local'])
      expect((await take({ from })).outcome).toBe('waits_for_review');
  });
});
