import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { carryOnRuns } from '#lib/notify-customers/commands/carry-on.ts';
import { startRun } from '#lib/notify-customers/commands/start-run.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { aChange, aProblem } from '#lib/platform/testing/itsm.ts';
import { aCase, anIncident, change, setProperty, type World, world } from '#lib/platform/testing/world.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { readSettings } from '#lib/property/settings.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { watch } from '#lib/task/commands/watch.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { languages } from '#lib/user/languages.ts';
import { composeMail } from './compose.ts';
import { headersOf, replyAddress } from './envelope.ts';
import { contentOf, type MailRow, mailRow, mailRowJoins } from './mail-row.ts';

/** Words that only staff may read carry this. */
const SECRET = 'Zebra';
const secret = (what: string) => `${SECRET} ${what}`;

let w: World;
let internal: string[];

const say = (
  by: Parameters<typeof addEntry>[0],
  { kind, number }: TaskRecord,
  type: 'comment' | 'work_note',
  text: string,
) => addEntry(by, { kind, number, type, text });

/** Two customers with a case each, on one incident, one problem and one change; and all that can be told of them. */
beforeAll(async () => {
  w = await world();
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
  const incident = await anIncident(w, { shortDescription: secret('incident'), callerId: w.cora.id });
  const problem = await aProblem(w, { shortDescription: secret('problem'), workaround: secret('workaround') });
  const plan = await aChange(w, { shortDescription: secret('change') });
  const ofCora = await aCase(w, { shortDescription: 'Payments fail' });
  const ofFiona = await aCase(w, { contactId: w.fiona.id, shortDescription: 'Phones of Funco are silent' });
  for (const theCase of [ofCora, ofFiona]) {
    const caseNumber = theCase.number;
    const records = { incident, problem, change: plan } as const;
    for (const link of ['incident', 'problem', 'change'] as const)
      await associate(w.mia, { caseNumber, link, number: records[link].number });
    for (const [list, userId] of [
      ['watch_list', w.pat.id],
      ['work_notes_list', w.pat.id],
    ] as const)
      await watch(w.ava, { kind: 'case', number: caseNumber, list, userId, watching: true });
  }
  await watch(w.ava, { kind: 'case', number: ofCora.number, list: 'watch_list', userId: w.bea.id, watching: true });
  await say(w.cora, ofCora, 'comment', 'Boxeo cannot pay.');
  await say(w.fiona, ofFiona, 'comment', 'Funco cannot call.');
  await say(w.ava, ofCora, 'work_note', secret('work note'));
  await say(w.ian, incident, 'comment', secret('comment on the incident'));
  await say(w.ava, ofCora, 'comment', 'Dear Boxeo, we look at it.');
  await say(w.ava, ofFiona, 'comment', 'Dear Funco, we look at it.');
  const told = {
    kind: 'incident',
    number: incident.number,
    text: 'We look at it: {{number}} of {{account}}.',
  } as const;
  await startRun(w.noa, told);
  await carryOnRuns(system);
  await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
  await communicate(w.ian, { number: problem.number, what: 'workaround' });
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: secret('notes') });
  for (const { number } of [ofCora, ofFiona]) {
    const values = { resolutionCode: 'duplicate', resolutionNotes: secret('solution') };
    await moveCase(w.ava, { number, verb: 'propose-solution', values });
  }
  const staff = [w.ava, w.pat, w.mia, w.ian, w.noa].flatMap(({ id, name }) => [id, name]);
  const numbers = [incident, problem, plan].map(({ number }) => number);
  internal = [SECRET, 'Duplicate', ...numbers, ...staff, incident.id, problem.id, plan.id];
});

/** Everything that a mail server gets of the mails that are sent to a customer. */
async function sentTo(userId: string, language: (typeof languages)[number]): Promise<string[]> {
  const settings = await readSettings(db());
  const rows = await db().$queryRaw<MailRow[]>`
    select ${mailRow} from mails m ${mailRowJoins} where m.recipient_id = ${userId}::uuid and m.status = 'queued'`;
  return Promise.all(
    rows.map(async (row) => {
      const composed = await composeMail({ ...contentOf(row, settings), language });
      return JSON.stringify({
        ...composed,
        ...headersOf(row),
        to: row.recipientName,
        replyTo: replyAddress(row, 'x.test'),
      });
    }),
  );
}

describe.each(languages)('mails in %s', (language) => {
  it('MAIL-10, REC-1, INC-6 · tell customers nothing internal, no number of an incident, and nothing of each other', async () => {
    const others = {
      cora: [w.fiona.name, 'Funco', 'Phones'],
      bea: [w.fiona.name, 'Funco', 'Phones'],
      fiona: [w.cora.name, 'Boxeo', 'Payments', w.bea.name],
    };
    for (const who of ['cora', 'bea', 'fiona'] as const) {
      const mails = await sentTo(w[who].id, language);
      const read = mails.join('\n');
      // The comment, the message to all, and the solution.
      expect([who, mails.length]).toEqual([who, 3]);
      expect(read).toContain('we look at it');
      expect([...internal, ...others[who]].filter((each) => read.includes(each))).toEqual([]);
    }
  });
});

it('POR-3 · customers read who of the staff wrote only where the property says so', async () => {
  await setProperty('portal.show_agent_names', 'true');
  const read = (await sentTo(w.fiona.id, 'en')).join();
  await setProperty('portal.show_agent_names', 'false');
  expect(read).toContain('Ava Agent wrote about case');
  expect(read).not.toContain('Ian Itil');
});
