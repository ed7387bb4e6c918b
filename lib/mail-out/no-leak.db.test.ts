import { beforeAll, describe, expect, it } from 'vitest';
import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { confirmCase } from '#lib/mail-in/confirm.ts';
import { proposeMajorCase } from '#lib/major-case/commands/propose-major-case.ts';
import { type Actor, type Person, system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { addColleague } from '#lib/portal/commands/add-colleague.ts';
import { openCase } from '#lib/portal/commands/open-case.ts';
import { portalCase } from '#lib/portal/queries/portal-case.ts';
import { portalCases } from '#lib/portal/queries/portal-cases.ts';
import { portalConversation } from '#lib/portal/queries/portal-conversation.ts';
import { generateCases } from '#lib/proactive/commands/generate-cases.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { majorCaseScenario, syncChildren } from '#lib/testing/major-case-scenario.ts';
import { outage } from '#lib/testing/outage.ts';
import { scenariosOf } from '#lib/testing/scenarios.ts';
import { visitLife } from '#lib/testing/visit-life.ts';
import {
  aCase,
  anIncident,
  anotherCaseOf,
  change,
  setProperty,
  setRuleActive,
  type World,
  world,
} from '#lib/testing/world.ts';
import { sendPasswordLink } from '#lib/user/send-password-link.ts';
import { languages } from '#lib/words/languages.ts';
import { composeMail } from './compose.ts';
import { headersOf, replyAddress } from './envelope.ts';
import { contentOf, type MailRow, mailRow, mailRowJoins } from './mail-row.ts';
import { templateOf } from './template-of.ts';
import { en } from './templates/en.ts';

/** The customers, each with access to different cases. */
const readers = ['cora', 'bea', 'fiona'] as const;
type Reader = (typeof readers)[number];

const w = await world();

const say = (by: Person, { kind, number }: TaskRecord, type: 'comment' | 'work_note', text: string) =>
  addEntry(by, { kind, number, type, text });

const move = (by: Actor, { number }: TaskRecord, verb: CaseVerbName, values = {}) =>
  moveCase(by, { number, verb, values });

const solution = (of: string, shared: boolean) => ({
  resolutionCode: 'duplicate',
  resolutionNotes: `Solution of ${of}, which ${shared ? 'is' : 'is not'} for the customer`,
  addResolutionNotesToComments: shared,
});

const isOf = (who: World['cora'], { contactId }: TaskRecord) => contactId === who.id;

/** Comments by everyone in the cases; their agents, Pat, and Bea of the same customer watch. */
async function talkIn(cases: readonly TaskRecord[]): Promise<void> {
  for (const theCase of cases) {
    const { kind, number } = theCase;
    const isCoras = isOf(w.cora, theCase);
    for (const userId of isCoras ? [w.pat.id, w.bea.id] : [w.pat.id])
      await watch(w.ava, { kind: 'case', number, list: 'watch_list', userId, watching: true });
    await watch(w.ava, { kind: 'case', number, list: 'work_notes_list', userId: w.pat.id, watching: true });
    await change(w.mia, theCase, { assignedToId: w.pat.id });
    await say(
      isCoras ? w.cora : w.fiona,
      theCase,
      'comment',
      `${isCoras ? 'Boxeo' : 'Funco'} asks in ${kind} ${number}`,
    );
    await say(w.ava, theCase, 'work_note', `Only for us: the customer of ${number} is angry`);
    await say(w.ava, theCase, 'comment', `Dear customer of ${number}, we look at it`);
  }
}

/** Proposes a solution unless the case has one; Cora accepts hers. */
async function solve(theCase: TaskRecord, isShared: boolean): Promise<void> {
  const { state, number } = await loadRecord(db(), 'case', theCase.id);
  if (state !== 'resolved') await move(w.ava, theCase, 'propose-solution', solution(number, isShared));
  if (isOf(w.cora, theCase)) await move(w.cora, theCase, 'accept-solution');
}

/** Every rule fires on records of two customers, and every event that sends emails occurs. */
beforeAll(async () => {
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
  await setRuleActive('SYNC-CASE-2', true);
  const scenarios = await scenariosOf(w);
  for (const [round, live] of Object.values(scenarios).entries()) {
    const { receivers, run } = await live();
    const cases = receivers.filter(({ kind }) => kind === 'case');
    await talkIn(cases);
    await run();
    const incident = receivers.find(({ kind }) => kind === 'incident');
    if (incident) await say(w.ian, incident, 'comment', `Ian tells all of ${incident.number}`);
    for (const [place, theCase] of cases.entries()) await solve(theCase, (place + round) % 2 > 0);
  }
  await leadAll();
  await updateAll();
  await updateTheRest();
  await visitLife(w);
  await generate();
});

/** A major case updates the cases of both customers, and its incident updates all of them. */
async function leadAll(): Promise<void> {
  const { receivers, run } = await majorCaseScenario(w);
  await talkIn(receivers);
  await syncChildren(true, 'state,comments,work_notes,close_notes,resolution_code,incident');
  await run();
  await syncChildren(false);
}

/** One message to both customers of an incident; Cora has two of its cases. */
async function updateAll(): Promise<void> {
  const incident = await anIncident(w, { shortDescription: 'The switch of the incident burns' });
  for (const [who, titles] of [
    [w.cora, ['Payments fail', 'Tills are slow']],
    [w.fiona, ['Phones of Funco are slow']],
  ] as const)
    for (const shortDescription of titles) await anotherCaseOf(w, incident, { contactId: who.id, shortDescription });
  await startRun(w.noa, {
    kind: 'incident',
    number: incident.number,
    text: 'We look at it: {{number}} of {{account}}.',
  });
  await processRuns(system, messageRuns);
}

/** The other events that send emails: a case of each customer, an answer to an old case, and emails only for staff. */
async function updateTheRest(): Promise<void> {
  const { number: proposed } = await aCase(w, { shortDescription: 'No card works' });
  const why = { workNote: 'Everybody calls.', businessImpact: 'Nobody can pay.' };
  await proposeMajorCase(w.ava, { number: proposed, ...why });
  for (const [who, shortDescription] of [
    [w.cora, 'A card is lost'],
    [w.fiona, 'A phone of Funco is lost'],
  ] as const) {
    const theCase = await aCase(w, { contactId: who.id, shortDescription });
    const { id: taskId, number } = theCase;
    for (const old of [null, number])
      await db().$transaction((tx) => confirmCase(tx, { taskId, number, recipientId: who.id, old }));
    if (who === w.cora)
      await watch(w.ava, { kind: 'case', number, list: 'watch_list', userId: w.bea.id, watching: true });
    await move(who, theCase, 'close-own');
    await forget(await aCase(w, { contactId: who.id, shortDescription }));
  }
  const { email, language } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
  const bea = await db().user.findUniqueOrThrow({ where: { id: w.bea.id } });
  const { number: shared } = await aCase(w, { shortDescription: 'A till of two' });
  for (const may of ['read', 'answer'] as const)
    await addColleague(w.cora, { number: shared, email: bea.email ?? '', may });
  await openCase(w.bea, {
    description: 'A till of Cora',
    thing: '',
    urgency: '',
    about: '',
    form: '',
    forEmail: email ?? '',
  });
  for (const purpose of ['invitation', 'reset'] as const)
    await db().$transaction((tx) => sendPasswordLink(tx, purpose, { id: w.cora.id, email: email ?? '', language }));
  const answered = await aCase(w, { assignedToId: w.ava.id, shortDescription: 'A phone rings' });
  await say({ ...w.cora, unverified: true }, answered, 'comment', 'It still does');
  const incident = await anIncident(w, { shortDescription: 'The screen of Nils is dark', callerId: w.nils.id });
  await say(w.ian, incident, 'comment', 'Is it plugged in?');
  await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'user_error', resolutionNotes: 'It was not.' });
}

/** The proposed solution is not answered, and the scheduled job closes the case. */
async function forget(theCase: TaskRecord): Promise<void> {
  await move(w.ava, theCase, 'propose-solution', solution(theCase.number, false));
  const muchLater = new Date(Date.now() + 30 * 24 * 3_600_000);
  await at(muchLater, () => closeUnanswered(system, { number: theCase.number }));
}

/** Proactive cases of an incident whose texts contain several numbers, with a message that uses all variables. */
async function generate(): Promise<void> {
  const { core } = await outage(w);
  const { id, number } = await anIncident(w, { shortDescription: 'To be named', configurationItemId: core });
  const another = await anIncident(w, { shortDescription: 'Came before the other one' });
  const theCase = await aCase(w, { consumerId: w.jane.id, shortDescription: 'Of Jane alone' });
  const texts = { shortDescription: `${number} again`, description: `Like ${another.number}, says ${theCase.number}` };
  await change(w.ian, await loadRecord(db(), 'incident', id), texts);
  await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.cora.id } });
  await db().account.update({ where: { id: w.funco }, data: { primaryContactId: w.fiona.id } });
  const text = 'A *word* about {{short_description}} of {{number}}, {{contact}} of {{account}}, which is {{state}}.';
  await generateCases(w.noa, { kind: 'incident', number, of: 'accounts' });
  await startRun(w.noa, { kind: 'incident', number, text });
  await processRuns(system, messageRuns);
}

type Sent = MailRow & { mail: string };

/** All the data that a mail server receives in emails to a customer. */
async function sentTo(who: Reader, language: (typeof languages)[number]): Promise<Sent[]> {
  const settings = await readSettings(db());
  const rows = await db().$queryRaw<MailRow[]>`
    select ${mailRow} from mails m ${mailRowJoins} where m.recipient_id = ${w[who].id}::uuid and m.status = 'queued'`;
  return Promise.all(
    rows.map(async (row) => {
      const composed = await composeMail({ ...contentOf(row, settings), language });
      const envelope = { ...headersOf(row), to: row.recipientName, replyTo: replyAddress(row, 'x.test') };
      return { ...row, mail: JSON.stringify({ ...composed, ...envelope }) };
    }),
  );
}

/** Everything that the portal shows a customer of their own cases. */
async function readBy(who: Reader): Promise<string> {
  const own = (await allTasks()).filter((record) => isReadBy(who, record));
  const pages = own.map(async ({ number }) => [
    await portalCase(w[who], number),
    await portalConversation(w[who], number),
  ]);
  return JSON.stringify([await portalCases(w[who]), ...(await Promise.all(pages))]);
}

async function allTasks(): Promise<TaskRecord[]> {
  const tasks = await db().task.findMany({ select: { id: true, kind: true } });
  return Promise.all(tasks.map(({ id, kind }) => loadRecord(db(), kind, id)));
}

const isReadBy = (who: Reader, record: TaskRecord) =>
  record.kind === 'case' && isOf(who === 'fiona' ? w.fiona : w.cora, record);

const isVisitOf = (who: Reader, record: TaskRecord) =>
  ['work_order', 'work_order_task'].includes(record.kind) && isOf(who === 'fiona' ? w.fiona : w.cora, record);

const wordsOf = (record: TaskRecord): string[] =>
  Object.entries(definitions[record.kind].fields)
    .filter(([, { type }]) => type === 'text' || type === 'long-text')
    .map(([name]) => String(fieldValue(record, name) ?? ''));

/** Texts a customer must not read: all records and journals except their own cases and comments, and others' names. */
async function forbiddenTo(who: Reader): Promise<string[]> {
  const tasks = await allTasks();
  const own = new Set(tasks.filter((record) => isReadBy(who, record)).map(({ id }) => id));
  const [allowed, forbidden] = [new Set<string>(), new Set<string>()];
  for (const record of tasks) {
    const { id, number, shortDescription, description } = record;
    const isOwn = own.has(id);
    const shared = fieldValue(record, 'addResolutionNotesToComments') === true;
    const notes = String(fieldValue(record, 'resolutionNotes') ?? '');
    for (const word of isOwn ? [number, shortDescription, description, ...(shared ? [notes] : [])] : [])
      allowed.add(word);
    // POR-5: of a work order and its tasks, customers read only number and title.
    if (isVisitOf(who, record)) for (const word of [number, shortDescription]) allowed.add(word);
    for (const word of [number, ...wordsOf(record)]) forbidden.add(word);
  }
  for (const { taskId, type, text } of await db().journalEntry.findMany())
    for (const line of text.split('\n')) (own.has(taskId) && type === 'comment' ? allowed : forbidden).add(line);
  const people = await db().user.findMany({ include: { contact: { include: { account: true } } } });
  const others = people.filter(({ contact }) => contact?.account.name !== (who === 'fiona' ? 'Funco' : 'Boxeo'));
  for (const { name, contact } of others) for (const word of [name, contact?.account.name ?? name]) forbidden.add(word);
  const isWord = (word: string) => word.length > 3 && !allowed.has(word);
  return [...[...forbidden].filter(isWord), 'Duplicate'];
}

describe.each(readers)('emails to %s', (who) => {
  it.each(languages)(
    'MAIL-10, REC-1, INC-6, SYNC-1 · an email (%s) contains nothing internal, and nothing of other customers',
    async (language) => {
      const forbidden = await forbiddenTo(who);
      expect(forbidden.length).toBeGreaterThan(80);
      const mails = await sentTo(who, language);
      const ofNoCase = ['invitation', 'reset', 'visit'];
      expect(mails.filter(({ kind, event }) => kind !== 'case' && !ofNoCase.includes(event))).toEqual([]);
      const allMails = mails.map(({ mail }) => mail).join('\n');
      expect(allMails).toContain('we look at it');
      expect(allMails.includes('incident again')).toBe(who !== 'bea');
      expect(forbidden.filter((word) => allMails.includes(word))).toEqual([]);
    },
  );

  it('POR-3, SYNC-1 · no page of the portal contains it either', async () => {
    const read = await readBy(who);
    expect(read).toContain('we look at it');
    expect((await forbiddenTo(who)).filter((word) => read.includes(word))).toEqual([]);
  });
});

describe('of all this', () => {
  it('SYNC-1 · no rule is left out', async () => {
    const notes = await db().journalEntry.findMany({ where: { authorId: null } });
    const fired = new Set(notes.flatMap(({ lines }) => ((lines ?? []) as { rule: string }[]).map(({ rule }) => rule)));
    expect(syncRules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  });

  it('MAIL-10 · every template is covered, and customers receive these', async () => {
    const rows = await db().mail.findMany({ select: { event: true, facts: true } });
    const used = new Set(rows.map(({ event, facts }) => templateOf(event, facts as object)));
    expect(Object.keys(en.mails).filter((name) => !used.has(name as keyof typeof en.mails))).toEqual([]);
    const mails = (await Promise.all(readers.map((who) => sentTo(who, 'en')))).flat();
    expect([...new Set(mails.map(({ event, facts }) => templateOf(event, facts)))].toSorted()).toEqual([
      'added to answer',
      'added to read',
      'answer to a closed case',
      'case closed',
      'case closed, with a solution',
      'case closed, with words',
      'case opened by email',
      'case opened for you',
      'case resolved',
      'case resolved, with words',
      'comment',
      'invitation',
      'notification',
      'notification of several cases',
      'reset',
      'visit booked',
      'visit cancelled',
      'visit moved',
      'visit to come',
    ]);
  });
});

it('POR-3 · customers read the names of staff only if the property allows it', async () => {
  await setProperty('portal.show_agent_names', 'true');
  const read = (await sentTo('fiona', 'en')).map(({ mail }) => mail).join();
  await setProperty('portal.show_agent_names', 'false');
  expect(read).toContain('Ava Agent wrote about case');
  expect(read).not.toContain('Ian Itil');
});
