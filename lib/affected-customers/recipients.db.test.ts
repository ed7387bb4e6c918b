import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { removeChild } from '#lib/major-case/commands/remove-child.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { aGate, type Gate } from '#lib/testing/gate.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import { aCase, change, commentsOf, fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { addRecipients } from './commands/add-recipients.ts';
import { clearList } from './commands/clear-list.ts';
import { createChildCases } from './commands/create-child-cases.ts';
import { importRecipients } from './commands/import-recipients.ts';
import { refreshRecipients } from './commands/refresh-recipients.ts';
import { removeRecipient } from './commands/remove-recipient.ts';
import { resumeChildRun } from './commands/resume-run.ts';
import { saveCondition } from './commands/save-condition.ts';
import { setCommunication } from './commands/set-communication.ts';
import { stopChildRun } from './commands/stop-run.ts';
import type { Condition, Term } from './condition.ts';
import type { CustomerSort } from './customer-sort.ts';
import { checkFile } from './queries/check-file.ts';
import { childRun } from './queries/child-run.ts';
import { customersToAdd } from './queries/customers-to-add.ts';
import { countRecipients, listRecipients } from './queries/list-recipients.ts';
import { loadMatches } from './queries/matches.ts';
import { childCaseRuns } from './run/child-case-runs.ts';

const w = await world();
let gate: Gate;
/** Accounts `Wide account 1` to 20, each with a primary contact and an install base item on this configuration item. */
let item: string;
beforeAll(async () => {
  gate = await aGate();
  item = await wideOutage(20);
  await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.cora.id, address: 'Rue 1, Lyon' } });
});

afterAll(() => gate.end());

let major: Case;
beforeEach(async () => {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.', priority: 2 };
  major = await openMajorCase(w.mia, { as: 'major case', values });
});

const list = (of: CustomerSort = 'accounts') => ({ number: major.number, of });
const when = (...terms: Term[]): Condition => ({ match: 'all', terms });
const onItem = (): Term => ({ field: 'item', operator: 'is', value: item });
const named = (value: string): Term => ({ field: 'name', operator: 'contains', value });
const fill = (...terms: Term[]) => saveCondition(w.mia, { ...list(), condition: when(...terms) });
const add = (...customerIds: string[]) => addRecipients(w.mia, { ...list(), customerIds });

async function rows(of: CustomerSort = 'accounts') {
  const { id } = await db().recipientsList.findFirstOrThrow({ where: { majorCaseId: major.id, of } });
  return (await listRecipients({ id, of }, {})).rows;
}
const names = async (of?: CustomerSort) => (await rows(of)).map(({ name }) => name);
const create = (comment = 'We know of it.', by = w.mia) => createChildCases(by, { ...list(), comment });
const children = () =>
  db().task.findMany({ where: { case: { parentId: major.id } }, orderBy: { account: { name: 'asc' } } });

describe('MAJ-5 · a list is filled', () => {
  it('MAJ-5 · by condition, with a count and a sample before, and all of its terms or any', async () => {
    const both = when(onItem(), named('account 1'));
    expect(await loadMatches(w.mia, { ...list(), condition: both })).toMatchObject({ count: 11, listed: 0 });
    const either: Condition = { match: 'any', terms: [onItem(), named('Boxeo')] };
    expect(await loadMatches(w.mia, { ...list(), condition: either })).toMatchObject({ count: 22 });
    expect(await fill(...both.terms)).toEqual({ added: 11, removed: 0 });
    const found = await loadMatches(w.mia, { ...list(), condition: both });
    expect([found.listed, found.sample.length, found.sample[0]?.name]).toEqual([11, 8, 'Wide account 1']);
    expect(
      (await rows()).every(({ dynamicallyAdded, activeCommunication }) => dynamicallyAdded && activeCommunication),
    ).toBe(true);
  });

  it.each<[Term['field'], string, () => string, string[]]>([
    ['product', 'is', () => w.product, ['Boxeo']],
    ['address', 'contains', () => 'lyon', ['Boxeo']],
    ['address', 'begins', () => 'Lyon', []],
    ['parent', 'is', () => w.boxeo, ['Boxeo Labs']],
    ['name', 'begins', () => 'Boxeo', ['Boxeo', 'Boxeo Labs']],
    ['contractValue', 'least', () => '5', []],
  ])('MAJ-5 · by %s %s', async (field, operator, value, expected) => {
    await add(w.funco);
    await fill({ field, operator, value: value() });
    expect((await names()).filter((name) => name !== 'Funco')).toEqual(expected);
  });

  it('MAJ-5 · by dependents of a configuration item, without the rest', async () => {
    const below = await db().configurationItem.create({ data: { name: `disk of ${major.number}`, class: 'Disk' } });
    await db().ciRelationship.create({ data: { parentId: item, childId: below.id } });
    const on = (operator: string) =>
      loadMatches(w.mia, { ...list(), condition: when({ field: 'item', operator, value: below.id }) });
    expect([(await on('is')).count, (await on('depends')).count]).toEqual([0, 20]);
    expect((await on('lacks')).count).toBe(await db().account.count());
  });

  it('MAJ-5 · a refresh removes customers who no longer meet the condition, and keeps those added by hand', async () => {
    await fill(named('Boxeo'));
    const { id } = await db().account.create({ data: { name: 'Boxeo Nord' } });
    await add(w.funco, w.labs);
    expect(await names()).toEqual(['Boxeo', 'Boxeo Labs', 'Funco']);
    await db().account.update({ where: { id: w.boxeo }, data: { name: 'Boxo' } });
    await db().account.update({ where: { id: w.labs }, data: { name: 'Laboratory' } });
    expect(await refreshRecipients(w.mia, list())).toEqual({ added: 1, removed: 1 });
    await db().account.update({ where: { id: w.boxeo }, data: { name: 'Boxeo' } });
    await db().account.update({ where: { id: w.labs }, data: { name: 'Boxeo Labs' } });
    expect((await rows()).map(({ name, dynamicallyAdded }) => [name, dynamicallyAdded])).toEqual([
      ['Boxeo Labs', false],
      ['Boxeo Nord', true],
      ['Funco', false],
    ]);
    await clearList(w.mia, list());
    await db().account.delete({ where: { id } });
  });

  it('MAJ-5 · by a file: each row is judged before, and only those that name one customer are added', async () => {
    const { number } = await db().account.findUniqueOrThrow({ where: { id: w.funco } });
    await db().account.createMany({ data: [{ name: 'Twin' }, { name: 'twin' }] });
    await add(w.labs);
    const text = `Comment;x,Account number,Name\n,${number},\n,,boxeo\n,,Boxeo Labs\n,,Nobody\n,,Twin\n,${number},\n,,\n"x,,y`;
    const report = await checkFile(w.mia, { ...list(), text });
    expect(report).toMatchObject({ added: 2, listed: 1, leftOut: 5 });
    expect(report.rows.map(({ line, because }) => `${line} ${because}`)).toEqual([
      '5 No matching account.',
      '6 2 accounts have this name: use the number.',
      '7 Funco is in line 2 already.',
      '8 This line has no account.',
      '9 This line cannot be read: check its quotes and commas.',
      '2 Funco',
      '3 Boxeo',
      '4 Boxeo Labs is on the list already.',
    ]);
    expect(await names()).toEqual(['Boxeo Labs']);
    expect(await importRecipients(w.mia, { ...list(), text })).toEqual({ added: 2, already: 1 });
    expect(await importRecipients(w.mia, { ...list(), text })).toEqual({ added: 0, already: 3 });
    expect(await names()).toEqual(['Boxeo', 'Boxeo Labs', 'Funco']);
  });

  it('MAJ-5 · customers in a file match in any Unicode normal form and with any white space', async () => {
    const { id } = await db().account.create({ data: { name: 'Müller\u00A0& Söhne' } });
    for (const name of ['Müller & Söhne', 'MÜLLER & SÖHNE'.normalize('NFD'), 'Müller\u202F&\u00A0Söhne'])
      expect(await checkFile(w.mia, { ...list(), text: `sep=;\nName;City\n${name};Köln` })).toMatchObject({ added: 1 });
    await db().account.delete({ where: { id } });
  });

  it('MAJ-5 · by hand, customers who are not on it yet; consumers have a separate list, and inactive ones are on none', async () => {
    await add(w.boxeo);
    const offered = await customersToAdd(w.mia, { ...list(), q: 'boxeo' });
    expect(offered.map(({ label }) => label)).toEqual(['Boxeo Labs']);
    const consumers = { ...list('consumers'), customerIds: [w.jane.id, w.boxeo] };
    expect(await addRecipients(w.mia, consumers)).toEqual({ added: 1, already: 0 });
    expect([await names(), await names('consumers')]).toEqual([['Boxeo'], ['Jane Doe']]);
    const ofAccounts = { ...list('consumers'), condition: when({ field: 'partner', operator: 'is', value: 'true' }) };
    await expect(saveCondition(w.mia, ofAccounts)).rejects.toMatchObject({ rule: 'MAJ-5' });
  });

  it('MAJ-6, ACC-6 · only by users who manage major cases and work the cases of these customers', async () => {
    const lou = await holderOf('Lou Leader', ['sn_majorissue_mgt.major_issue_manager']);
    const attempt = (by: Actor, of: CustomerSort) => refreshRecipients(by, list(of));
    await expect(attempt(w.ava, 'accounts')).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(attempt(lou, 'consumers')).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(attempt(lou, 'accounts')).rejects.toMatchObject({ rule: 'MAJ-5' });
    await expect(loadMatches(w.ava, { ...list(), condition: when(onItem()) })).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});

describe('MAJ-5 · child cases are created', () => {
  it('MAJ-5 · one for each, with the comment, the short description, the listed fields and the primary contact', async () => {
    await db().task.update({ where: { id: major.id }, data: { state: 'open', assignedToId: w.ava.id } });
    await add(w.boxeo, w.funco);
    expect(await create('We know of it.')).toBe(2);
    await processRuns(system, childCaseRuns);
    const [first, second] = await children();
    const copied = { shortDescription: 'Payments fail', priority: 2, state: 'open', assignedToId: w.ava.id };
    expect(first).toMatchObject({ ...copied, accountId: w.boxeo, contactId: w.cora.id, openedById: w.mia.id });
    expect(second).toMatchObject({ ...copied, accountId: w.funco, contactId: null });
    const watchers = await db().taskWatcher.findMany({ where: { taskId: first?.id ?? '' } });
    expect(watchers.map(({ userId, list: name }) => [userId, name])).toEqual([[w.cora.id, 'watch_list']]);
    expect([await commentsOf({ id: first?.id ?? '' } as Case), await commentsOf(major)]).toEqual([
      ['We know of it.'],
      [],
    ]);
    expect(await notesOf({ id: first?.id ?? '' } as Case)).toEqual([`Created as child of major case ${major.number}.`]);
    expect((await notesOf(major)).at(-1)).toBe('Created 2 child cases for the affected accounts.');
    const mails = await db().mail.findMany({ where: { task: { case: { parentId: major.id } } } });
    expect(mails.map(({ event, recipientId, body }) => [event, recipientId, body])).toEqual([
      ['comment for the customer', w.cora.id, 'We know of it.'],
    ]);
  });

  it('MAJ-5 · without Active Communication, the case is created and no email is sent', async () => {
    await add(w.boxeo);
    const [row] = await rows();
    await setCommunication(w.mia, { ...list(), recipientId: row?.id ?? '', active: false });
    await create();
    await processRuns(system, childCaseRuns);
    const [child] = await children();
    expect(await commentsOf({ id: child?.id ?? '' } as Case)).toEqual(['We know of it.']);
    expect(await db().mail.count({ where: { taskId: child?.id ?? '' } })).toBe(0);
  });

  it('MAJ-5, REC-5 · an assignee who does not work consumer cases is not copied to them; a deactivated user gets no case', async () => {
    await change(w.mia, major, { assignedToId: w.pat.id });
    const { id } = await db().user.create({
      data: { name: 'Gone', kind: 'consumer', audience: 'external', consumer: { create: {} } },
    });
    await addRecipients(w.mia, { ...list('consumers'), customerIds: [w.jane.id, id] });
    await db().user.update({ where: { id }, data: { active: false } });
    await createChildCases(w.mia, { ...list('consumers'), comment: 'Sorry.' });
    await processRuns(system, childCaseRuns);
    expect(await children()).toMatchObject([{ consumerId: w.jane.id, assignedToId: null }]);
    const run = await childRun(w.mia, list('consumers'));
    expect(run).toMatchObject({
      state: 'done',
      made: 1,
      leftOut: 1,
      reasons: [{ reason: 'no longer active', count: 1 }],
    });
  });

  it('MAJ-5 · none twice: not by a second run, nor beside an existing child; after that the list can only be extended', async () => {
    const own = await aCase(w);
    await addChildren(w.mia, { number: major.number, caseNumbers: [own.number] });
    await add(w.boxeo, w.funco);
    await create();
    await processRuns(system, childCaseRuns);
    expect((await rows()).map(({ name, state, case: theirs }) => [name, state, theirs?.number === own.number])).toEqual(
      [
        ['Boxeo', 'had', true],
        ['Funco', 'made', false],
      ],
    );
    await expect(create()).rejects.toThrow('All 2 accounts of this list have a child case already.');
    const [row] = await rows();
    for (const shrinking of [
      () => removeRecipient(w.mia, { ...list(), recipientId: row?.id ?? '' }),
      () => clearList(w.mia, list()),
    ])
      await expect(shrinking()).rejects.toMatchObject({ rule: 'MAJ-5' });
    expect(await fill(named('Alliant'))).toEqual({ added: 1, removed: 0 });
    const made = (await children()).find(({ accountId }) => accountId === w.funco);
    await removeChild(w.mia, { number: major.number, caseNumber: made?.number ?? '' });
    expect(await create()).toBe(1);
    await processRuns(system, childCaseRuns);
    expect((await children()).map(({ accountId }) => accountId)).toEqual([w.alliant, w.boxeo]);
  });

  it('MAJ-5 · refuses a list without a comment, customers or an active major case', async () => {
    await expect(create()).rejects.toThrow('There are no accounts on this list yet.');
    await add(w.boxeo);
    await expect(create('  ')).rejects.toMatchObject({ rule: 'MAJ-5', field: 'comment' });
    await moveCase(w.mia, { number: major.number, verb: 'cancel' });
    await expect(create()).rejects.toMatchObject({ rule: 'MAJ-4' });
  });

  it('MAJ-5 · after a stop, resuming creates the rest; if the major case ends while stopped, the rest is left out', async () => {
    await fill(onItem());
    await create();
    await stopChildRun(w.mia, list());
    await processRuns(system, childCaseRuns);
    expect((await children()).length).toBe(0);
    await expect(create()).rejects.toThrow('resume it first');
    await resumeChildRun(w.mia, list());
    await stopChildRun(w.mia, list());
    await moveCase(w.mia, { number: major.number, verb: 'cancel' });
    expect(await childRun(w.mia, list())).toMatchObject({
      state: 'done',
      made: 0,
      reasons: [{ reason: `${major.number} is Cancelled`, count: 20 }],
    });
  });
});

describe('MAJ-5 · at the same time', () => {
  it('MAJ-5, Q-12 · two managers begin at once, and many workers carry on: one run, one case for each customer', async () => {
    await fill(onItem());
    const rita = await holderOf('Rita Rival', ['sn_customerservice_manager']);
    const begun = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => create(`Take ${at}`, at % 2 ? rita : w.mia)),
    );
    const refused = begun.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBe(7);
    for (const each of refused) expect(each).toMatchObject({ reason: { rule: 'MAJ-5' } });
    await Promise.all(Array.from({ length: 4 }, () => processRuns(system, childCaseRuns)));
    await expect.poll(async () => (await childRun(w.mia, list()))?.state).toBe('done');
    const owners = (await children()).map(({ accountId }) => accountId);
    expect([owners.length, new Set(owners).size]).toEqual([20, 20]);
  });

  it('MAJ-5, SYNC-000 · closing while children are created is refused, and all are created', async () => {
    await fill(onItem());
    await create();
    await gate.close();
    await gate.stopAt('recipients', 'after update');
    const working = processRuns(system, childCaseRuns);
    await gate.reached();
    const values = { resolutionNotes: 'Over.' };
    const closing = moveCase(w.mia, { number: major.number, verb: 'close', values }).then(
      () => 'closed',
      (error: { rule: string }) => error.rule,
    );
    await gate.open();
    const outcome = await closing;
    await working;
    await gate.stopNowhere('recipients');
    const made = (await children()).length;
    expect(['MAJ-5 20', 'closed 20']).toContain(`${outcome} ${made}`);
    expect(await childRun(w.mia, list())).toMatchObject({ state: 'done', made: 20, queued: 0, leftOut: 0 });
  });

  it('MAJ-5 · a user who closes the major case between two steps reads how many cases are left', async () => {
    await fill(onItem());
    await create();
    const values = { resolutionNotes: 'Over.' };
    await expect(moveCase(w.mia, { number: major.number, verb: 'close', values })).rejects.toThrow(
      `Child cases of ${major.number} are being created, and 20 are left`,
    );
    expect((await fresh(major)).state).toBe('new');
    await processRuns(system, childCaseRuns);
    await moveCase(w.mia, { number: major.number, verb: 'close', values });
    expect(await countRecipients(null)).toMatchObject({ all: 0, waiting: 0, have: 0, inactive: 0 });
  });
});

describe('MAJ-5 · the database sees to it', () => {
  const insert = (listId: string, of: string, accountId: string | null, consumerId: string | null) =>
    db().$executeRaw`
      insert into recipients (list_id, "of", account_id, consumer_id, dynamically_added, added_at)
      values (${listId}::uuid, ${of}::customer_sort, ${accountId}::uuid, ${consumerId}::uuid, false, now())`;

  it('MAJ-5 · accounts and consumers are never mixed, no customer is on a list twice, and lists belong to major cases', async () => {
    await add(w.boxeo);
    const { id } = await db().recipientsList.findFirstOrThrow({ where: { majorCaseId: major.id } });
    await expect(insert(id, 'accounts', null, w.jane.id)).rejects.toThrow('recipients_never_mixed');
    await expect(insert(id, 'consumers', null, w.jane.id)).rejects.toThrow('recipients_list_id_of_fkey');
    await expect(insert(id, 'accounts', w.boxeo, null)).rejects.toThrow();
    const { id: majorCaseId } = await aCase(w);
    await expect(db().recipientsList.create({ data: { majorCaseId, of: 'accounts' } })).rejects.toThrow('MAJ-5');
  });

  it('MAJ-5 · a case stays with its customer, one run makes them at once, and a list of which some were made only grows', async () => {
    await add(w.boxeo, w.funco);
    await create();
    const { id, runs } = await db().recipientsList.findFirstOrThrow({
      where: { majorCaseId: major.id },
      include: { runs: true },
    });
    const again = { id: major.id, listId: id, comment: 'x', startedById: w.mia.id, createdAt: new Date() };
    await expect(db().childCaseRun.create({ data: again })).rejects.toThrow();
    expect(runs.length).toBe(1);
    await processRuns(system, childCaseRuns);
    const [first, second] = await db().recipient.findMany({ where: { listId: id }, orderBy: { id: 'asc' } });
    const update = (data: object) => db().recipient.update({ where: { id: first?.id ?? '' }, data });
    await expect(update({ state: 'listed', caseId: null })).rejects.toThrow('MAJ-5');
    await expect(update({ accountId: w.alliant })).rejects.toThrow('MAJ-5');
    await expect(update({ caseId: second?.caseId ?? '' })).rejects.toThrow();
    await expect(db().recipient.delete({ where: { id: first?.id ?? '' } })).rejects.toThrow('MAJ-5');
    await expect(db().recipientsList.update({ where: { id }, data: { fixedAt: null } })).rejects.toThrow('MAJ-5');
  });
});
