import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { IncomingMail } from '#lib/platform/generated/prisma/client.ts';
import { aCase, anIncident, commentsOf, setProperty, world } from '#lib/testing/world.ts';
import { corpus, type Expected } from './corpus/expected.ts';
import { textsOfOthers } from './corpus/texts-of-others.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';

const folder = path.join(import.meta.dirname, 'corpus');

const w = await world();
let hours = 0;
let other: Record<string, string>;
let incidentMail: string;
beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'corpus-'));
  await setProperty('mail.authentication_server', 'mx.casebridge.local');
  const gone = {
    name: 'Gone',
    email: 'gone@example.test',
    kind: 'contact',
    audience: 'external',
    active: false,
  } as const;
  await db().user.create({ data: gone });
  const theOther = await mailedCase();
  other = { 'other-case': theOther.theCase.number, 'other-token': theOther.mail.replyToken ?? '' };
  const incident = await anIncident(w, { callerId: w.nils.id });
  incidentMail = (await db().mail.findFirstOrThrow({ where: { taskId: incident.id } })).messageId;
});

/** A case of Cora's about which she was emailed. */
async function mailedCase() {
  const theCase = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem is it?' });
  await sendDueMails();
  const mail = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  return { theCase, mail };
}

type Mailed = Awaited<ReturnType<typeof mailedCase>>;

function valuesOf({ theCase, mail }: Mailed): Record<string, string> {
  const token = mail.replyToken ?? '';
  return {
    case: theCase.number,
    CASE: theCase.number.toUpperCase(),
    token,
    TOKEN: token.toUpperCase(),
    'message-id': mail.messageId,
    thread: `<record.${theCase.id}@casebridge.local>`,
    unique: mail.id,
    'incident-message-id': incidentMail,
    ...other,
  };
}

const filledIn = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{\{([\w-]+)\}\}/g, (all, name: string) => values[name] ?? all);

/** Latin 1 has a character for every byte, so that all other bytes stay unchanged. */
function mailOf(name: string, mailed: Mailed): Buffer {
  const raw = readFileSync(path.join(folder, `${name}.eml`)).toString('latin1');
  return Buffer.from(filledIn(raw, valuesOf(mailed)), 'latin1');
}

async function closed(theCase: Case) {
  const values = { resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
  await moveCase(w.ava, { number: theCase.number, verb: 'close', values });
}

it('MAIL-3 to MAIL-11 · the corpus has an outcome for each of its emails', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
  expect(files.map((file) => path.basename(file, '.eml')).toSorted()).toEqual(Object.keys(corpus).toSorted());
  expect(files.length).toBeGreaterThan(200);
  const without = Object.entries(corpus).flatMap(([name, { text = textsOfOthers[name] }]) =>
    text === undefined ? name : [],
  );
  expect(without).toEqual([]);
});

it.each(Object.entries(corpus).map(([name, expected]) => ({ name, ...expected })))(
  '$rule · $name: $outcome',
  async ({ name, ...expected }) => {
    const mailed = await mailedCase();
    if (expected.closed) await closed(mailed.theCase);
    const before = await commentsOf(mailed.theCase);
    // Hours apart from the others, so that it is not held back as one of many.
    hours += 1;
    const id = await at(new Date(Date.now() + hours * 3_600_000), async () => {
      const receipt = await receive(mailOf(name, mailed), { source: 'smtp' });
      await readMail(system, receipt);
      return receipt.id;
    });
    const row = await db().incomingMail.findUniqueOrThrow({ where: { id } });
    const became = await outcomeOf(row, mailed, before.length);
    const wanted = JSON.parse(
      filledIn(JSON.stringify({ text: textsOfOthers[name], ...expected }), valuesOf(mailed)),
    ) as Expected;
    const { rule: _rule, closed: _closed, reason = '', ...seen } = wanted;
    const marked = row.outcome === 'opened_case' && row.verdict !== 'pass';
    expect(became).toMatchObject({ ...seen, reason: expect.stringContaining(reason), marked });
    await db().user.update({ where: { id: w.cora.id }, data: { unreachableSince: null, unreachableReason: '' } });
  },
);

/** MAIL-8 · The note before the text of an unverified sender. */
const MARK = 'By email, sender not verified:\n\n';

/** The visible outcome: in the case, in a newly opened case, and on the answered email. */
async function outcomeOf(row: IncomingMail, { theCase, mail }: Mailed, before: number) {
  const comments = await commentsOf(theCase);
  const entry = row.entryId
    ? await db().journalEntry.findUnique({ where: { id: row.entryId }, include: { author: true } })
    : null;
  const opened =
    row.outcome === 'opened_case' ? await db().task.findUniqueOrThrow({ where: { id: row.taskId ?? '' } }) : null;
  const task = row.outcome === 'filed' || opened ? row.taskId : null;
  const files = task ? await db().attachment.findMany({ where: { taskId: task }, orderBy: { createdAt: 'asc' } }) : [];
  const { status } = await db().mail.findUniqueOrThrow({ where: { id: mail.id } });
  const { unreachableSince } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
  // Only a filed email adds a comment.
  expect(comments.length - before).toBe(row.outcome === 'filed' ? 1 : 0);
  return {
    outcome: row.outcome,
    reason: row.reason,
    verdict: row.verdict,
    files: files.map(({ name }) => name),
    by: entry?.author?.name ?? 'Cora Customer',
    bounced: unreachableSince ? 'gone' : status === 'failed' ? 'failed' : 'no',
    marked: opened?.description.includes(MARK) ?? false,
    ...(opened
      ? { title: opened.shortDescription, text: opened.description.replace(MARK, '') }
      : entry
        ? { text: entry.text }
        : { text: row.text }),
  };
}
