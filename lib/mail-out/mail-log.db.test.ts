import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { placeText } from '#lib/platform/keyset.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { aCase, anIncident, world } from '#lib/testing/world.ts';
import { resendMail } from './commands/resend-mail.ts';
import { mailOfLog } from './queries/logged-mail.ts';
import { listMails } from './queries/mail-log.ts';
import { mailAsRead, mailboxOf, mailboxPeople } from './queries/mailbox.ts';
import { MailLogQuery } from './schema.ts';
import { sendDueMails } from './send-due.ts';

const w = await world();
beforeEach(() => emptyAuditLog());

async function aCommentedCase(text = 'We look at it.', values = {}) {
  const theCase = await aCase(w, values);
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text });
  return theCase;
}

const mailAbout = (taskId: string) => db().mail.findFirstOrThrow({ where: { taskId } });
const asked = (query: Record<string, unknown>) => listMails(w.adam, MailLogQuery.parse(query));
const fail = (id: string) =>
  db().$executeRaw`update mails set status = 'failed', tries = 6, next_try_at = null, last_error = 'Nobody answered.'
    where id = ${id}::uuid`;

let arrived = 0;
const anIncoming = (values: object = {}) =>
  db().incomingMail.create({
    data: {
      messageId: `<${arrived++}@elsewhere>`,
      receivedAt: new Date(),
      source: 'smtp',
      raw: Buffer.from('Hello'),
      fromAddress: 'stranger@elsewhere.example',
      subject: 'Who are you?',
      text: 'I wonder.',
      outcome: 'waits_for_review',
      reason: 'unknown sender',
      ...values,
    },
  });

describe('the mail log', () => {
  it('ADM-9 · has every outgoing email, with its outcome and the reason', async () => {
    const { id, number } = await aCommentedCase();
    const mail = await mailAbout(id);
    const [waiting] = (await asked({ q: number })).mails;
    expect(waiting).toMatchObject({
      direction: 'out',
      status: 'queued',
      who: 'Cora Customer',
      tries: 0,
      mayBeResent: false,
    });
    await fail(mail.id);
    const [failed] = (await asked({ q: number })).mails;
    const why = { status: 'failed', tries: 6, lastError: 'Nobody answered.', mayBeResent: true };
    expect(failed).toMatchObject(why);
    const incident = await anIncident(w, { callerId: w.cora.id });
    const [suppressed] = (await asked({ q: incident.number })).mails;
    const reason = 'caller is an external user';
    expect(suppressed).toMatchObject({ status: 'suppressed', reason, mayBeResent: false });
    expect(await mailOfLog(w.adam, mail.id)).toMatchObject({ ...why, messageId: mail.messageId });
  });

  it('ADM-9 · has every incoming email, with the reason why it was ignored', async () => {
    const { id } = await anIncoming();
    const [mail] = (await asked({ q: 'stranger@' })).mails;
    expect(mail).toMatchObject({ id, direction: 'in', status: 'waits_for_review', reason: 'unknown sender' });
    expect(await mailOfLog(w.adam, id)).toMatchObject({
      direction: 'in',
      text: 'I wonder.',
      sender: 'sender not verified',
    });
  });

  it.each([
    [{ status: 'failed' }, ['failed']],
    [{ status: 'ignored' }, ['ignored']],
    [{ direction: 'in' }, ['ignored', 'waits_for_review']],
    [{ direction: 'in', status: 'failed' }, []],
    [{ direction: 'out', status: 'ignored' }, []],
    [{ q: '100%' }, []],
    [{ status: 'nonsense', direction: 'nonsense', after: 'nonsense', q: 'Funny' }, ['failed', 'ignored']],
  ])('ADM-9 · is filtered by %j', async (query, statuses) => {
    const { id } = await aCommentedCase('Words.', { shortDescription: 'Funny noise' });
    await fail((await mailAbout(id)).id);
    await anIncoming({ outcome: 'ignored', reason: 'auto-reply', subject: 'Re: Funny noise' });
    const { mails } = await asked({ ...query });
    expect([...new Set(mails.map(({ status }) => status))].toSorted()).toEqual(statuses);
  });

  it('ADM-9 · is paged in both directions, even with many emails of the same time', async () => {
    const at = new Date('2026-11-01T00:00:00Z');
    const { causeId, taskId } = await mailAbout((await aCommentedCase()).id);
    await db().$executeRaw`
      insert into mails (id, message_id, cause_id, task_id, event, address, subject, body, status, created_at)
      select id, '<' || id || '@x>', ${causeId}::uuid, ${taskId}::uuid, 'e' || n, 'a', 'Turned ' || n, 'b', 'sent', ${at}
      from (select uuid_v7() as id, n from generate_series(1, 120) n) m`;
    const first = await asked({ q: 'Turned' });
    const older = (place: { at: Date; id: string } | null) => ({
      q: 'Turned',
      after: place && `${place.at.toISOString()}_${place.id}`,
    });
    const second = await asked(older(first.older));
    const third = await asked(older(second.older));
    const all = [first, second, third].flatMap(({ mails }) => mails.map(({ id }) => id));
    expect([first.newer, third.older, new Set(all).size]).toEqual([null, null, 120]);
    const place = third.newer;
    const back = await asked({ q: 'Turned', before: place && `${place.at.toISOString()}_${place.id}` });
    expect(back.mails).toEqual(second.mails);
  });
});

describe('Resend', () => {
  it('ADM-9, ADM-12, MAIL-12 · retries a failed email with all its tries and the same id, and is audited', async () => {
    const mail = await mailAbout((await aCommentedCase()).id);
    await fail(mail.id);
    await resendMail(w.adam, { id: mail.id });
    await sendDueMails();
    const { status, tries, messageId, lastError } = await db().mail.findUniqueOrThrow({ where: { id: mail.id } });
    expect([status, tries, messageId, lastError]).toEqual(['sent', 1, mail.messageId, '']);
    const { action, subject, oldValue } = await db().auditEntry.findFirstOrThrow();
    expect([action, subject, oldValue]).toEqual(['mail.resent', mail.subject, 'Nobody answered.']);
  });

  it('ADM-9, MAIL-6 · marks the address as working until another bounce', async () => {
    const mail = await mailAbout((await aCommentedCase()).id);
    await fail(mail.id);
    const gone = { unreachableSince: new Date(), unreachableReason: '550 no such box' };
    const id = String(mail.recipientId);
    await db().user.update({ where: { id }, data: gone });
    await resendMail(w.adam, { id: mail.id });
    expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ unreachableSince: null });
  });

  it('ADM-9 · sends an email without an address to the current address', async () => {
    await db().user.update({ where: { id: w.jane.id }, data: { email: null } });
    const theCase = await aCommentedCase('Hello.', { contactId: null, accountId: null, consumerId: w.jane.id });
    const { id } = await mailAbout(theCase.id);
    const still = { rule: 'ADM-9', because: 'Its recipient still has no email address.' };
    await expect(resendMail(w.adam, { id })).rejects.toMatchObject(still);
    await db().user.update({ where: { id: w.jane.id }, data: { email: 'jane@new.example' } });
    await resendMail(w.adam, { id });
    await sendDueMails();
    const { status, address, reason } = await db().mail.findUniqueOrThrow({ where: { id } });
    expect([status, address, reason]).toEqual(['sent', 'jane@new.example', '']);
  });

  it('REL-9, MAIL-10 · skips suppressed, sent and queued emails', async () => {
    const { id } = await mailAbout((await anIncident(w, { callerId: w.cora.id })).id);
    await expect(resendMail(w.adam, { id })).rejects.toMatchObject({ rule: 'ADM-9' });
    const waiting = await mailAbout((await aCommentedCase()).id);
    await expect(resendMail(w.adam, waiting)).rejects.toMatchObject({ because: 'This email is waiting already.' });
    await sendDueMails();
    await expect(resendMail(w.adam, waiting)).rejects.toMatchObject({ because: 'This email is sent already.' });
    const nothing = { id: '00000000-0000-4000-8000-000000000000' };
    await expect(resendMail(w.adam, nothing)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('ADM-9 · uses the current address, and skips people who have left', async () => {
    const mail = await mailAbout((await aCommentedCase()).id);
    await fail(mail.id);
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora@new.example' } });
    await resendMail(w.adam, mail);
    const present = () => db().mail.findUniqueOrThrow({ where: { id: mail.id } });
    expect(await present()).toMatchObject({ status: 'queued', address: 'cora@new.example' });
    await fail(mail.id);
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora.customer@example.test', active: false } });
    await resendMail(w.adam, mail);
    await db().user.update({ where: { id: w.cora.id }, data: { active: true } });
    expect(await present()).toMatchObject({ status: 'suppressed', reason: 'recipient is no longer active' });
  });

  it('MAIL-12 · the address of a queued or sent email is not changed', async () => {
    const { id } = await mailAbout((await aCommentedCase()).id);
    const readdress = () => db().mail.update({ where: { id }, data: { address: 'other@example.test' } });
    await expect(readdress()).rejects.toThrow();
    await sendDueMails();
    await expect(readdress()).rejects.toThrow();
  });

  it('ACC-6, MAIL-10 · sends nothing to users who may no longer see the record', async () => {
    const theCase = await aCase(w);
    await watch(w.adam, {
      kind: 'case',
      number: theCase.number,
      list: 'watch_list',
      userId: w.rita.id,
      watching: true,
    });
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Hello.' });
    const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.rita.id } });
    await fail(mail.id);
    await db().userRole.deleteMany({ where: { userId: w.rita.id } });
    await resendMail(w.adam, mail);
    const { status, reason } = await db().mail.findUniqueOrThrow({ where: { id: mail.id } });
    expect([status, reason]).toEqual(['suppressed', 'recipient may not see the record']);
  });
});

describe('the mailbox', () => {
  it('MAIL-1, MAIL-10 · shows the beginning of each email, in the language of its reader', async () => {
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'ko' } });
    const theCase = await aCase(w, { consumerId: w.jane.id });
    const values = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await sendDueMails();
    const { mails } = await mailboxOf(w.adam, w.jane.id, '');
    expect(mails[0]?.beginning).toMatch(`케이스 ${theCase.number} 건의 해결 방안이 제안되었습니다.`);
    expect((await mailAsRead(w.adam, mails[0]?.id ?? '')).text.replaceAll(/\s+/g, ' ')).toContain(mails[0]?.beginning);
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'en' } });
  });

  it('MAIL-1 · has the sent emails of each person, as they read them', async () => {
    const { id, number } = await aCommentedCase('Only **you** read this.', { contactId: w.fiona.id });
    const { id: mailId } = await mailAbout(id);
    const mine = async () => (await mailboxPeople(w.adam, { q: 'fiona', after: '' })).people;
    expect(await mine()).toEqual([]);
    await sendDueMails();
    expect(await mine()).toMatchObject([{ id: w.fiona.id, mails: 1 }]);
    const { people } = await mailboxPeople(w.adam, { q: '', after: '' });
    const latest = people.map((person) => person.latest.getTime());
    expect(people.length).toBeGreaterThan(1);
    expect(latest).toEqual(latest.toSorted((one, other) => other - one));
    const [first, second] = people;
    const behind = first ? placeText({ at: first.latest, id: first.id }) : '';
    expect((await mailboxPeople(w.adam, { q: '', after: behind })).people[0]).toEqual(second);
    const { mails, next } = await mailboxOf(w.adam, w.fiona.id, '');
    expect([mails.map((mail) => mail.id), next]).toEqual([[mailId], null]);
    expect(mails[0]?.beginning).toMatch(
      `Support wrote about case ${number}: Only **you** read this. To answer, follow the link below or reply to this email. Open ${number}:`,
    );
    const mail = await mailAsRead(w.adam, mailId, w.fiona.id);
    expect(mail).toMatchObject({
      number,
      from: 'support@casebridge.local',
      text: expect.stringMatching(/^Support wrote/),
    });
    expect(mail.html).toContain('<strong>you</strong>');
    expect(mail.replyTo).toMatch(new RegExp(`^case\\+${number}\\.[0-9a-f]{32}@casebridge\\.local$`));
    await expect(mailAsRead(w.adam, mailId, w.cora.id)).rejects.toMatchObject({ rule: 'REL-16' });
  });
});

it.each<[string, (actor: Actor) => Promise<unknown>]>([
  ['the log', (actor) => listMails(actor, MailLogQuery.parse({}))],
  ['a mail', (actor) => mailOfLog(actor, w.ava.id)],
  ['the mailbox', (actor) => mailboxPeople(actor, { q: '', after: '' })],
  ['a person’s mailbox', (actor) => mailboxOf(actor, w.cora.id, '')],
  ['reading', (actor) => mailAsRead(actor, w.ava.id)],
  ['resending', (actor) => resendMail(actor, { id: w.ava.id })],
])('ACC-6, ADM-9 · %s is for administrators', async (_what, attempt) => {
  for (const actor of [w.mia, w.cora]) await expect(attempt(actor)).rejects.toMatchObject({ rule: 'ACC-6' });
});
