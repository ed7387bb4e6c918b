import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { fullText, writtenText } from '#lib/journal/queries/full-text.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import { composeMail } from '#lib/mail-out/compose.ts';
import { contentOf, type MailRow, mailRow, mailRowJoins } from '#lib/mail-out/mail-row.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { aCaseWithIncident, setProperty, world } from '#lib/testing/world.ts';
import { fileMail } from './commands/file-mail.ts';
import { readMail } from './read-mail.ts';
import { receive } from './receive.ts';

const w = await world();
beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'plain-'));
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
});

const TYPED = '2. *yes*\n5. __no__ &lt;\n    \\\\nas01\\public\\_old';
const SHOWN = '2. *yes*\n5. __no__ &amp;lt;\n    \\\\nas01\\public\\_old';
const QUOTE = 'On Mon, Nov 23, 2026 at 10:15 AM Support <support@casebridge.local> wrote:\n\n> Which modem is it?';

/** Cora's answer by email to a case that has an incident and is assigned to Ava. */
async function answered(text: string) {
  const { theCase, incident } = await aCaseWithIncident(w);
  await db().task.update({ where: { id: theCase.id }, data: { assignedToId: w.ava.id } });
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem is it?' });
  const { replyToken } = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
  const raw = `From: cora.customer@example.test\nTo: case+${theCase.number}.${replyToken}@casebridge.local\n\n${text}`;
  const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
  await readMail(system, { id });
  const mail = await db().incomingMail.findUniqueOrThrow({ where: { id } });
  return { theCase, incident, mail };
}

async function entriesOf({ kind, number }: TaskRecord) {
  const page = await timelineOf(w.adam, { kind, number, filter: 'comment', cursor: null });
  return (page?.entries ?? []).flatMap((entry) => (entry.type === 'comment' ? [entry] : []));
}

describe('MAIL-4 · the text that a customer typed in an email', () => {
  it('is shown as typed, in the case, to the customer and in copies by rules', async () => {
    const { theCase, incident } = await answered(TYPED);
    expect((await entriesOf(theCase))[0]?.html).toBe(`<div class="as-typed">${SHOWN}</div>`);
    expect((await portalConversation(w.cora, theCase.number))?.comments[0]?.html).toContain(SHOWN);
    expect((await entriesOf(incident))[0]?.html).toContain(SHOWN);
  });

  it('REC-1 · is quoted in Markdown that renders it as typed', async () => {
    const { theCase } = await answered('*yes*\n# 5\n> a_b');
    const [entry] = await entriesOf(theCase);
    const asked = { kind: 'case', number: theCase.number, id: entry?.id ?? '' } as const;
    expect(await writtenText(w.ava, asked)).toBe('\\*yes\\*\n\\# 5\n\\> a_b');
  });

  it('is forwarded as typed, as text and as HTML', async () => {
    const { theCase } = await answered(TYPED);
    const [row] = await db().$queryRaw<MailRow[]>`
      select ${mailRow} from mails m ${mailRowJoins} where m.task_id = ${theCase.id}::uuid and m.event = 'comment by the customer'`;
    if (!row) throw new Error('Nobody was told.');
    const { text, html } = await composeMail(contentOf(row, await readSettings(db())));
    expect(text).toContain(TYPED);
    expect(html).toContain('2. *yes*<br>5. __no__ &amp;lt;<br>&nbsp;&nbsp;&nbsp; \\\\nas01\\public\\_old');
  });

  it('is shown as typed if an agent files it, also as a note', async () => {
    const { theCase } = await aCaseWithIncident(w);
    const raw = `From: Sid <sid@elsewhere.test>\nTo: support@casebridge.local\n\n${TYPED}`;
    const { id } = await receive(Buffer.from(raw), { source: 'smtp' });
    await readMail(system, { id });
    await fileMail(w.ava, { id, number: theCase.number });
    const page = await timelineOf(w.ava, { kind: 'case', number: theCase.number, filter: 'work_note', cursor: null });
    expect(page?.entries[0]).toMatchObject({ html: expect.stringContaining(SHOWN) });
  });

  it('is Markdown where somebody typed it here', async () => {
    const { theCase } = await aCaseWithIncident(w);
    await addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: '*yes*' });
    expect((await entriesOf(theCase))[0]?.html).toBe('<p><em>yes</em></p>\n');
  });
});

describe('MAIL-4 · text left out of an entry', () => {
  it('is indicated, and can be opened there', async () => {
    const { theCase, mail } = await answered(`The black one.\n\n${QUOTE}`);
    const [entry] = await entriesOf(theCase);
    expect(entry?.html).toContain('>The black one.<');
    expect(entry?.email?.cut).toBe(mail.id);
    const asked = { kind: 'case', number: theCase.number, id: mail.id } as const;
    expect(await fullText(w.ava, asked)).toContain('&gt; Which modem is it?');
    expect(await fullText(w.ian, asked)).toBeNull();
  });

  it('is indicated for an entry that is too long, too', async () => {
    const { theCase, mail } = await answered('A line.\n'.repeat(5_000));
    const [entry] = await entriesOf(theCase);
    expect(entry?.email?.cut).toBe(mail.id);
    expect(await fullText(w.ava, { kind: 'case', number: theCase.number, id: mail.id })).toContain(
      `<div class="as-typed">${'A line.\n'.repeat(5_000).trim()}</div>`,
    );
  });

  it('is nothing where the entry has all of it', async () => {
    const { theCase } = await answered(`The black one.\n\n\n\nBest regards\nCora`);
    expect((await entriesOf(theCase))[0]?.email).not.toHaveProperty('cut');
  });
});
