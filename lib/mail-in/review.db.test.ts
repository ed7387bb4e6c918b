import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { fullText } from '#lib/journal/queries/full-text.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import { mailOfLog } from '#lib/mail-out/queries/logged-mail.ts';
import { answersTo } from '#lib/mail-out/queries/mailbox.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { senderWords } from '#lib/mail-out/sender-words.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  commentsOf,
  holderOf,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { answerMail } from './commands/answer-mail.ts';
import { discardMail } from './commands/discard-mail.ts';
import { fileMail } from './commands/file-mail.ts';
import { moveMail } from './commands/move-mail.ts';
import { openCaseFromMail } from './commands/open-case-from-mail.ts';
import { returnMail } from './commands/return-mail.ts';
import { casesToFile } from './queries/cases-to-file.ts';
import { fullMail, mailsToReview, nextToReview, reviewedMails } from './queries/incoming-mails.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';
import { OpenCaseFromMail } from './schema.ts';

const w = await world();
beforeEach(() => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'review-'));
});
afterEach(() => {
  delete process.env.SMTP_URL;
});

const FILE = '--b\r\nContent-Disposition: attachment; filename=log.txt\r\n\r\nline down\r\n--b--\r\n';
let count = 0;

/** An email with a file that waits for review. */
async function waiting({ from = 'Sam <sam@elsewhere.test>', to = 'support@casebridge.local', text = 'Hello' } = {}) {
  count += 1;
  const head = `From: ${from}\r\nTo: ${to}\r\nSubject: Subject ${count}\r\nMessage-ID: <${count}@review.test>`;
  const body = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n${FILE}`;
  const { id } = await receive(Buffer.from(`${head}\r\n${body}`), { source: 'smtp' });
  await readMail(system, { id });
  const row = await db().incomingMail.findUniqueOrThrow({ where: { id } });
  expect(row.outcome).toBe('waits_for_review');
  return row;
}

/** A case with the email that Cora got about it. */
async function mailed() {
  const theCase = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which **modem**?' });
  await sendDueMails();
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  return { theCase, mail, to: `case+${theCase.number}.${mail.replyToken}@casebridge.local` };
}

const auditOf = (subject: string) => db().auditEntry.findMany({ where: { action: 'email.reviewed', subject } });
const successes = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length;

describe('an email that waits', () => {
  it('MAIL-5 · opens a case of the chosen customer, in the name of the agent, with its files; audited', async () => {
    const { id } = await waiting({ from: 'Rosa <rosa@elsewhere.test>', text: 'No line.' });
    const { number } = await openCaseFromMail(w.ava, { id, contactId: w.cora.id });
    const theCase = await db().task.findUniqueOrThrow({
      where: { number },
      include: { attachments: true, case: true },
    });
    expect(theCase).toMatchObject({ openedById: w.ava.id, contactId: w.cora.id, case: { channel: 'email' } });
    expect(theCase.description).toBe('Email from Rosa <rosa@elsewhere.test>, sender not verified:\n\nNo line.');
    expect(theCase.attachments.map(({ name }) => name)).toEqual(['log.txt']);
    expect(await db().incomingMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      outcome: 'opened_case',
      taskId: theCase.id,
      reviewedById: w.ava.id,
    });
    expect(await auditOf('rosa@elsewhere.test')).toMatchObject([{ actorId: w.ava.id, newValue: `Opened ${number}` }]);
  });

  it('MAIL-5 · has the matching case preselected, if it can be filed there', async () => {
    const { theCase, to } = await mailed();
    const { id } = await waiting({ from: 'Sam <sam@elsewhere.test>', to });
    expect(await fullMail(w.ava, id)).toMatchObject({ number: theCase.number, fileTo: theCase.number });
    await db().task.update({ where: { id: theCase.id }, data: { state: 'closed', active: false } });
    expect(await fullMail(w.ava, id)).toMatchObject({ number: theCase.number, fileTo: null });
  });

  it('MAIL-5 · from a known sender opens a case of that sender; for a stranger a customer must be chosen', async () => {
    const { to } = await mailed();
    const known = await waiting({ from: 'carl.colleague@example.test', to });
    const { number } = await openCaseFromMail(w.ava, { id: known.id });
    expect((await db().task.findUniqueOrThrow({ where: { number } })).contactId).toBe(w.carl.id);
    const { id } = await waiting();
    await expect(openCaseFromMail(w.ava, { id })).rejects.toMatchObject({ rule: 'REC-5', field: 'contactId' });
    expect((await db().incomingMail.findUniqueOrThrow({ where: { id } })).outcome).toBe('waits_for_review');
  });

  it('MAIL-5, ACC-14 · adds its unknown sender as a consumer with the case, in one transaction, for agents of consumers', async () => {
    const { id } = await waiting({ from: 'Nina New <nina@new.test>' });
    const another = await waiting({ from: 'Nina New <nina@new.test>' });
    const newCustomer = { kind: 'consumer', name: 'Nina New', invite: true } as const;
    await expect(openCaseFromMail(w.pat, { id, newCustomer })).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await db().user.count({ where: { name: 'Nina New' } })).toBe(0);
    const { number } = await openCaseFromMail(w.ava, { id, newCustomer });
    const theCase = await db().task.findUniqueOrThrow({ where: { number }, include: { consumer: true } });
    const nina = await db().user.findUniqueOrThrow({ where: { email: 'nina@new.test' }, include: { roles: true } });
    expect([nina.kind, nina.roles.map(({ role }) => role)]).toEqual(['consumer', ['sn_customerservice.consumer']]);
    expect(theCase.consumerId).toBe(nina.id);
    expect(await db().mail.count({ where: { recipientId: nina.id, event: 'invitation' } })).toBe(1);
    expect(await fullMail(w.ava, another.id)).toMatchObject({
      sender: { id: nina.id },
      can: 'review',
      reason: 'The sender was added since then.',
    });
    const again = openCaseFromMail(w.ava, { id: another.id, newCustomer });
    await expect(again).rejects.toMatchObject({ rule: 'MAIL-5' });
    await openCaseFromMail(w.ava, { id: another.id });
    expect(await db().task.count({ where: { consumerId: nina.id } })).toBe(2);
  });

  it('MAIL-5, ACC-14 · adds its unknown sender as a contact of an account, for agents of accounts', async () => {
    const { id } = await waiting({ from: 'Ned New <ned@new.test>' });
    const newCustomer = { kind: 'contact', name: 'Ned New', accountId: w.funco, invite: false } as const;
    const without = { ...newCustomer, accountId: undefined };
    await expect(openCaseFromMail(w.pat, { id, newCustomer: without })).rejects.toMatchObject({ field: 'accountId' });
    const { number } = await openCaseFromMail(w.pat, { id, newCustomer });
    const ned = await db().user.findUniqueOrThrow({ where: { email: 'ned@new.test' }, include: { contact: true } });
    expect(ned.contact?.accountId).toBe(w.funco);
    expect(await db().task.findUniqueOrThrow({ where: { number } })).toMatchObject({ contactId: ned.id });
    expect(await db().mail.count({ where: { recipientId: ned.id, event: 'invitation' } })).toBe(0);
  });

  it('MAIL-5 · an email discarded before its sender was added knows the sender after its return', async () => {
    const { id } = await waiting({ from: 'Omar Other <omar@new.test>' });
    await discardMail(w.ava, { id });
    const omar = await addPerson(w.adam, {
      name: 'Omar Other',
      email: 'omar@new.test',
      timeZone: 'UTC',
      password: '',
      roles: ['sn_customerservice.consumer'],
    });
    await returnMail(w.ava, { id });
    expect(await fullMail(w.ava, id)).toMatchObject({
      sender: { id: omar },
      reason: 'The sender was added since then.',
    });
    const { number } = await openCaseFromMail(w.ava, { id });
    expect((await db().task.findUniqueOrThrow({ where: { number } })).consumerId).toBe(omar);
  });

  it('MAIL-5 · a case is opened for one customer: two at once are refused', () => {
    const [id, one] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(OpenCaseFromMail.safeParse({ id, contactId: one }).success).toBe(true);
    expect(
      OpenCaseFromMail.safeParse({ id, contactId: one, newCustomer: { kind: 'consumer', name: 'Nina' } }).success,
    ).toBe(false);
    expect(OpenCaseFromMail.safeParse({ id, contactId: one, consumerId: one }).success).toBe(false);
  });

  it('MAIL-8 · from a stranger is filed as a work note of the agent, which no customer reads', async () => {
    const theCase = await aCase(w);
    const { id } = await waiting({ text: 'Secret words.' });
    expect(await fileMail(w.ava, { id, number: theCase.number })).toMatchObject({ asComment: false });
    expect((await notesOf(theCase)).join()).toContain(
      'Email from Sam <sam@elsewhere.test>, sender not verified:\n\nSecret words.',
    );
    expect(await commentsOf(theCase)).toEqual([]);
    expect(JSON.stringify(await portalConversation(w.cora, theCase.number))).not.toContain('Secret');
  });

  it('MAIL-8 · that claims a staff member as its sender is filed as a work note of the agent', async () => {
    const theCase = await aCase(w);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: w.ava.id } });
    const { id } = await waiting({ from: `Ava <${email}>`, text: 'Pay at once.' });
    expect(await fileMail(w.pat, { id, number: theCase.number })).toMatchObject({ asComment: false });
    expect(await commentsOf(theCase)).toEqual([]);
    const [entry] = await db().journalEntry.findMany({ where: { taskId: theCase.id } });
    expect([entry?.type, entry?.authorId]).toEqual(['work_note', w.pat.id]);
  });

  it('MAIL-8, SYNC-CASE-1 · from an unverified sender is filed as a customer and marked, also in the incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w, { contactId: w.carl.id });
    const { to } = await mailed();
    const { id } = await waiting({ from: 'carl.colleague@example.test', to, text: 'It smokes.' });
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    expect(await fileMail(w.ava, { id, number: theCase.number })).toMatchObject({ asComment: true });
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
    const texts = [...(await notesOf(incident)), ...(await commentsOf(incident))].filter((text) =>
      text.includes('smokes'),
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('not verified');
  });

  it('MAIL-3 · from a customer is filed as a comment of that customer if the customer may comment, else as a work note', async () => {
    const { theCase, to } = await mailed();
    const own = await db().task.findUniqueOrThrow({ where: { id: (await aCase(w, { contactId: w.carl.id })).id } });
    const first = await waiting({ from: 'carl.colleague@example.test', to, text: 'Mine.' });
    expect(await fileMail(w.ava, { id: first.id, number: own.number })).toMatchObject({ asComment: true });
    const [entry] = await db().journalEntry.findMany({ where: { taskId: own.id } });
    expect([entry?.authorId, entry?.text]).toEqual([w.carl.id, 'Mine.']);
    const second = await waiting({ from: 'carl.colleague@example.test', to, text: 'Not mine.' });
    expect(await fileMail(w.ava, { id: second.id, number: theCase.number })).toMatchObject({ asComment: false });
  });

  it.each(['discard', 'open', 'file'] as const)('MAIL-5 · with ten attempts at once: %s happens once', async (what) => {
    const theCase = await aCase(w);
    const { id } = await waiting();
    const tries = Array.from({ length: 10 }, () =>
      what === 'discard'
        ? discardMail(w.ava, { id })
        : what === 'open'
          ? openCaseFromMail(w.ava, { id, contactId: w.cora.id })
          : fileMail(w.ava, { id, number: theCase.number }),
    );
    const results = await Promise.allSettled(tries);
    expect(successes(results)).toBe(1);
    expect(await notesOf(theCase)).toHaveLength(what === 'file' ? 1 : 0);
    const because = results.flatMap((each) => (each.status === 'rejected' ? [String(each.reason.rule)] : []));
    expect(new Set(because)).toEqual(new Set(['MAIL-5']));
  });

  it('ACC-6 · is visible only to the agents who may serve its sender', async () => {
    const seen = async (actor: Parameters<typeof mailsToReview>[0], id: string) =>
      (await mailsToReview(actor, null)).mails.some((mail) => mail.id === id);
    const { to } = await mailed();
    const [stranger, ofContact] = [await waiting(), await waiting({ from: 'carl.colleague@example.test', to })];
    const people = [w.ava, w.pat, w.cleo, w.adam, w.vic, w.ian, w.nils, w.cora];
    const of = (id: string) => Promise.all(people.map((person) => seen(person, id)));
    expect(await of(stranger.id)).toEqual([true, true, true, true, false, false, false, false]);
    expect(await of(ofContact.id)).toEqual([true, true, false, true, false, false, false, false]);
    expect(await fullMail(w.cleo, ofContact.id)).toBeNull();
    expect(await fullMail(w.cora, ofContact.id)).toBeNull();
    await expect(discardMail(w.cleo, { id: ofContact.id })).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await fullMail(w.vic, ofContact.id)).toMatchObject({ can: null });
    // From a known contact, and not about a case yet.
    await db().incomingMail.update({ where: { id: ofContact.id }, data: { taskId: null, answersId: null } });
    expect(await of(ofContact.id)).toEqual([true, true, false, true, false, false, false, false]);
  });

  it('ACC-13 · is filed in, moved to or moved from a major case by major case managers only', async () => {
    const [major, other] = [await aCase(w), await aCase(w)];
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
    const { id } = await waiting();
    await expect(fileMail(w.ava, { id, number: major.number })).rejects.toMatchObject({ rule: 'ACC-13' });
    expect((await casesToFile(w.ava, major.number)).map(({ number }) => number)).toEqual([]);
    expect((await casesToFile(w.mia, major.number)).map(({ number }) => number)).toEqual([major.number]);
    expect(await fileMail(w.mia, { id, number: major.number })).toMatchObject({ asComment: false });
    await expect(moveMail(w.ava, { id, number: other.number })).rejects.toMatchObject({ rule: 'ACC-13' });
    const filed = await waiting();
    await fileMail(w.ava, { id: filed.id, number: other.number });
    await expect(moveMail(w.ava, { id: filed.id, number: major.number })).rejects.toMatchObject({ rule: 'ACC-13' });
  });

  it('ACC-6 · is filed only to a case that the agent works', async () => {
    const { id } = await waiting();
    const theCase = await aCase(w);
    expect(await casesToFile(w.cleo, theCase.number)).toEqual([]);
    await expect(fileMail(w.cleo, { id, number: theCase.number })).rejects.toMatchObject({ rule: 'REL-16' });
    const incident = await anIncident(w);
    await expect(fileMail(w.ava, { id, number: incident.number })).rejects.toMatchObject({ rule: 'REL-16' });
    expect((await casesToFile(w.pat, theCase.number)).map(({ number }) => number)).toEqual([theCase.number]);
  });
});

describe('an email that was reviewed', () => {
  it('MAIL-5 · is listed with the reviewer and the action, next to the email to review next', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const { number } = await aCase(w);
    await fileMail(w.ava, { id: second.id, number });
    const done = (await reviewedMails(w.ava, null)).mails.find(({ id }) => id === second.id);
    expect(done).toMatchObject({ outcome: 'filed', number, by: w.ava.name, reviewedAt: expect.any(Date) });
    expect((await reviewedMails(w.ava, null)).mails.some(({ id }) => id === first.id)).toBe(false);
    expect(await nextToReview(w.ava, { at: second.receivedAt, id: second.id })).toBe(first.id);
    expect((await reviewedMails(w.ian, null)).mails).toEqual([]);
  });

  it('MAIL-5 · returns to the review if discarded, not if filed', async () => {
    const [{ id }, filed] = [await waiting(), await waiting()];
    await discardMail(w.ava, { id });
    expect(await fullMail(w.ava, id)).toMatchObject({ can: 'return' });
    await expect(returnMail(w.vic, { id })).rejects.toThrow();
    await returnMail(w.ava, { id });
    const audited = await db().auditEntry.findMany({
      where: { action: 'email.reviewed', subject: 'sam@elsewhere.test', newValue: { equals: 'Back to review' } },
    });
    expect(audited).toMatchObject([{ actorId: w.ava.id, subject: 'sam@elsewhere.test' }]);
    const again = { rule: 'MAIL-5', because: 'This email is in the review already.' };
    await expect(returnMail(w.ava, { id })).rejects.toMatchObject(again);
    expect(await fullMail(w.ava, id)).toMatchObject({
      can: 'review',
      reviewedBy: null,
      reason: 'The sender is unknown.',
    });
    await fileMail(w.ava, { id: filed.id, number: (await aCase(w)).number });
    await expect(returnMail(w.ava, { id: filed.id })).rejects.toMatchObject({ rule: 'MAIL-5' });
  });

  it('MAIL-5 · can be moved to another case: its entry stays, and a work note links to the new case', async () => {
    const [wrong, right] = [await aCase(w), await aCase(w)];
    const { to } = await mailed();
    const { id, subject } = await waiting({ from: 'carl.colleague@example.test', to, text: 'Wrong place.' });
    await fileMail(w.ava, { id, number: wrong.number });
    const kept = await notesOf(wrong);
    const offered = async (moves?: string) => (await casesToFile(w.ava, '', moves)).map(({ number }) => number);
    expect(await offered()).toEqual(expect.arrayContaining([wrong.number, right.number]));
    expect(await offered(id)).toContain(right.number);
    expect(await offered(id)).not.toContain(wrong.number);
    await moveMail(w.ava, { id, number: right.number });
    expect(await notesOf(wrong)).toEqual(
      expect.arrayContaining([...kept, expect.stringContaining(`This email belongs to [${right.number}]`)]),
    );
    expect((await notesOf(right)).join()).toContain('Wrong place.');
    expect(await db().attachment.count({ where: { taskId: right.id } })).toBe(1);
    expect(await fullMail(w.ava, id)).toMatchObject({ number: right.number, movedFrom: wrong.number, can: 'move' });
    expect((await reviewedMails(w.ava, null)).mails[0]).toMatchObject({ subject, number: right.number });
    for (const number of [wrong.number, right.number])
      await expect(moveMail(w.ava, { id, number })).rejects.toMatchObject({ rule: 'MAIL-5', field: 'number' });
    const entries = (await timelineOf(w.ava, { kind: 'case', number: right.number, filter: 'all', cursor: null }))
      ?.entries;
    expect(entries).toContainEqual(
      expect.objectContaining({ email: expect.objectContaining({ words: 'By email, sender not verified' }) }),
    );
  });

  it('MAIL-5 · is moved once by ten attempts at once', async () => {
    const [wrong, right] = [await aCase(w), await aCase(w)];
    const { id } = await waiting();
    await fileMail(w.ava, { id, number: wrong.number });
    const tries = Array.from({ length: 10 }, () => moveMail(w.ava, { id, number: right.number }));
    expect(successes(await Promise.allSettled(tries))).toBe(1);
    expect(await notesOf(right)).toHaveLength(1);
  });

  it('MAIL-5, CASE-5 · can be moved out of a closed case, without another entry there', async () => {
    const [wrong, right] = [await aCase(w), await aCase(w)];
    const { id } = await waiting();
    await fileMail(w.ava, { id, number: wrong.number });
    await db().task.update({ where: { id: wrong.id }, data: { state: 'closed', active: false } });
    const kept = await notesOf(wrong);
    await moveMail(w.ava, { id, number: right.number });
    expect([await notesOf(wrong), (await notesOf(right)).length]).toEqual([kept, 1]);
  });

  it('ACC-6 · is moved by users who work both cases, and visible to users who see either', async () => {
    const [ofContact, ofConsumer] = [await aCase(w), await aCase(w, { consumerId: w.jane.id, contactId: null })];
    const { id } = await waiting();
    await fileMail(w.ava, { id, number: ofContact.number });
    await expect(moveMail(w.cleo, { id, number: ofConsumer.number })).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await fullMail(w.cleo, id)).toBeNull();
    const reader = await holderOf('Robin Rereader', ['sn_customerservice_agent', 'sn_customerservice.case_viewer']);
    await moveMail(w.ava, { id, number: ofConsumer.number });
    const another = await aCase(w);
    await expect(moveMail(reader, { id, number: another.number })).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await fullMail(w.cleo, id)).toMatchObject({ number: ofConsumer.number });
  });
});

describe('the built-in mailbox', () => {
  it('MAIL-1 · a reply is processed like an external email: it appears in the comments, from its recipient', async () => {
    const { theCase, mail } = await mailed();
    const { incomingId } = await answerMail(w.adam, { id: mail.id, text: 'The black one.\n\nCora' });
    await readMail(system, { id: incomingId });
    const row = await db().incomingMail.findUniqueOrThrow({ where: { id: incomingId } });
    expect(row).toMatchObject({ outcome: 'filed', source: 'mailbox', answersId: mail.id, senderId: w.cora.id });
    const entry = await db().journalEntry.findUniqueOrThrow({ where: { id: row.entryId ?? '' } });
    expect([entry.taskId, entry.authorId, entry.text]).toEqual([theCase.id, w.cora.id, 'The black one.\n\nCora']);
    expect(Buffer.from(row.raw).toString()).toContain('> Support wrote about case');
    expect(await db().auditEntry.count({ where: { action: 'email.answered', actorId: w.adam.id } })).toBe(1);
    expect(await answersTo(w.adam, mail.id)).toMatchObject([
      { id: incomingId, text: 'The black one.\n\nCora', outcome: 'filed' },
    ]);
  });

  it('MAIL-1, MAIL-8 · can be answered by administrators only, and not if emails are sent by a server', async () => {
    const { mail } = await mailed();
    for (const person of [w.ava, w.mia, w.cora])
      await expect(answerMail(person, { id: mail.id, text: 'No' })).rejects.toMatchObject({ rule: 'ACC-6' });
    process.env.SMTP_URL = 'smtp://mail.example.test';
    await expect(answerMail(w.adam, { id: mail.id, text: 'No' })).rejects.toMatchObject({ rule: 'MAIL-1' });
  });
});

describe('the timeline', () => {
  const timeline = async (number: string) =>
    (await timelineOf(w.ava, { kind: 'case', number, filter: 'all', cursor: null }))?.entries ?? [];

  it('MAIL-8 · an entry from an email says so, shows its sender, and links to the full text', async () => {
    const { theCase, mail } = await mailed();
    const { incomingId } = await answerMail(w.adam, { id: mail.id, text: 'The black one.' });
    await readMail(system, { id: incomingId });
    const entry = (await timeline(theCase.number)).find(({ type }) => type === 'comment');
    expect(entry).toMatchObject({
      byCustomer: true,
      email: {
        words: 'By email, answered in the built-in mailbox',
        href: `/workspace/emails/${incomingId}?from=${theCase.number}`,
      },
    });
    expect(await fullMail(w.ava, incomingId)).toMatchObject({
      text: expect.stringContaining('wrote:'),
      can: 'move',
    });
    expect(JSON.stringify(await portalConversation(w.cora, theCase.number))).not.toMatch(/mail-review|emails|mailbox/);
  });

  it('MAIL-8 · an unverified sender is marked', async () => {
    const { theCase, to } = await mailed();
    const raw = `From: cora.customer@example.test\r\nTo: ${to}\r\nMessage-ID: <mark@review.test>\r\n\r\nMarked.\r\n`;
    const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
    await readMail(system, { id });
    const [entry] = (await timeline(theCase.number)).filter(({ type }) => type === 'comment');
    expect(entry).toMatchObject({ email: { words: 'By email, sender not verified' } });
  });

  it.each([
    ['pass', 'sender verified'],
    ['neutral', 'sender not verified'],
    ['fail', 'sender not verified, may be forged'],
  ] as const)('MAIL-8 · a sender (%s) is called the same in timeline, log and review', async (verdict, said) => {
    const { theCase, to } = await mailed();
    await setProperty('mail.authentication_server', 'mx.test');
    const raw = `From: cora.customer@example.test\r\nTo: ${to}\r\nMessage-ID: <${verdict}@review.test>\r\nAuthentication-Results: mx.test; dmarc=${verdict} header.from=example.test\r\n\r\nTo ${to}: ${verdict}.\r\n`;
    const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
    await readMail(system, { id });
    await setProperty('mail.authentication_server', 'none');
    const [entry] = (await timeline(theCase.number)).filter(({ type }) => type === 'comment');
    expect(entry).toMatchObject({ email: { words: `By email, ${said}` } });
    const [read, logged] = [await fullMail(w.ava, id), await mailOfLog(w.adam, id)];
    expect([read && senderWords(read), logged]).toMatchObject([said, { sender: said }]);
    const token = /\.([0-9a-f]{32})@/.exec(to)?.[1] ?? '';
    expect(JSON.stringify([read?.text, logged])).not.toContain(token);
  });

  it('ADM-9 · an email that waits for review, or opened the case, is shown too', async () => {
    const { theCase, to } = await mailed();
    const { id } = await waiting({ to });
    const entry = (await timeline(theCase.number)).find((each) => each.id === id);
    expect(entry).toMatchObject({
      type: 'mail',
      by: 'Sam',
      fate: 'sender not verified, waits for review: The sender is unknown.',
    });
    const text = await fullText(w.ava, { kind: 'case', number: theCase.number, id });
    expect(text).toContain(`href="/workspace/emails/${id}?from=${theCase.number}"`);
  });
});
