import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as download } from '#app/api/attachments/[id]/route.ts';
import { POST as upload } from '#app/api/attachments/route.ts';
import { GET as known } from '#app/api/portal/known/route.ts';
import { knownByEach } from '#lib/access/known-by-each.ts';
import { recordLink } from '#lib/mail-out/mail-link.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfSide } from '#lib/session/rules/own-path.ts';
import { type Cell, cellsOf, type Models, marks, modelsOf } from '#lib/testing/cells.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { personIn, reach, relationsAt, sixAccounts } from '#lib/testing/six-accounts.ts';
import { holderOf } from '#lib/testing/world.ts';
import {
  addColleagueAction,
  answerSolutionAction,
  closeOwnAction,
  commentAction,
  openCaseAction,
  removeColleagueAction,
} from './actions.ts';
import { portalCase } from './queries/portal-case.ts';
import { countActionNeeded, portalCases } from './queries/portal-cases.ts';
import { portalConversation } from './queries/portal-conversation.ts';
import { portalRelated, portalRequestsOf } from './queries/portal-related.ts';

const w = await sixAccounts();
let models: Models;
beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'nobody-elses-'));
  models = await modelsOf(w);
});
beforeEach(() => db().callCount.deleteMany());

type Row = (typeof reach)[number];

/** POR-13, 14, 19 · The specified access of a cell: whether the actor sees the case, and whether the actor may write. */
function wanted([, at, seen]: Row, { relation, mark }: Cell): { sees: boolean; writes: boolean } {
  // A case stays with its account after the contact has left the account; consumers have no account.
  if (mark === 'moved on' && at !== 'nobody') return { sees: false, writes: false };
  const ofOwnAccount = at !== 'nobody' && (relation === 'own' || relation === 'account');
  const added = mark.startsWith('added') && ofOwnAccount;
  const byRole = seen.includes(relation) && (mark !== 'sensitive' || relation === 'own');
  // People on the watch list of a case of their account may read it, even if no other rule allows it.
  const watches = mark.startsWith('watched') && ofOwnAccount;
  return { sees: byRole || added || watches, writes: byRole || (added && mark === 'added to answer') };
}

const HERE = 'http://localhost:3000';
const text = { method: 'POST', body: 'Hello', headers: { 'content-type': 'text/plain' } };

const attach = (number: string) =>
  upload(new Request(`${HERE}/api/attachments?${new URLSearchParams({ kind: 'case', number, name: 'a.txt' })}`, text));

const open = (id: string) =>
  download(new Request(`${HERE}/api/attachments/${id}`), { params: Promise.resolve({ id }) });

/** Where sign-in leads a customer who follows the link of an email. */
const numberInMail = (number: string) =>
  pathOfSide(recordLink(number, true, 'accept').replace(/^https?:\/\/[^/]+/, ''), 'external').match(
    /\/(CS\d+)\?/,
  )?.[1] ?? '';

/** Every way to read a case, and whether it succeeds. */
async function waysTo(actor: Person, { id, number, file, word, behind }: Cell) {
  const isIn = async (query: Parameters<typeof portalCases>[1]) =>
    (await portalCases(actor, query)).cases.some((row) => row.number === number);
  const about = async () => (await known(new Request(`${HERE}/api/portal/known?q=${word}`))).json();
  const popUp = async () => (await portalRelated(actor, number)).map((record) => record.number).sort();
  const answers = await Promise.all([
    isIn({ most: 1_000 }),
    isIn({ words: word }),
    isIn({ words: number }),
    isIn({ list: 'ordered', most: 1_000 }),
    portalCase(actor, number).then((page) => page !== null),
    portalCase(actor, numberInMail(number)).then((page) => page !== null),
    portalConversation(actor, number).then((page) => page !== null),
    popUp().then((numbers) => numbers.length > 0 && numbers.join() === behind.join()),
    portalRequestsOf(actor, [number]).then((requests) => requests.get(number)?.length === 1),
    about().then((answer) => JSON.stringify(answer).includes(number)),
    open(file).then(({ status }) => status === 200),
    knownByEach(db(), [actor], [id]).then(([each]) => each?.get(id) === true),
  ]);
  return Object.fromEntries(readWays.map((way, index) => [way, answers[index]]));
}

const readWays = [
  'list',
  'search',
  'search by number',
  'requests',
  'page',
  'link of an email',
  'conversation',
  'pop-up',
  'request',
  'what is known',
  'download',
  'stream',
] as const;

/** Every way to write into a case, in an order in which each could succeed. */
const writeWays = {
  comment: (number: string) => commentAction({ number, text: 'Hello' }),
  upload: async (number: string) => {
    const sent = await attach(number);
    return { ok: sent.status === 200, said: (await sent.text()).replaceAll(number, 'N') };
  },
  about: (number: string) => openCaseAction({ description: 'It is back.', about: number }),
  add: (number: string) => addColleagueAction({ number, email: 'nobody@example.test', may: 'read' }),
  remove: (number: string) => removeColleagueAction({ number, userId: w.bea.id }),
  reject: (number: string) => answerSolutionAction({ number, answer: 'reject', reason: 'Not yet.' }),
  close: (number: string) => closeOwnAction({ number, reason: 'It works.' }),
} satisfies Record<string, (number: string) => Promise<{ ok: boolean }>>;

/** The answers of every way to read, to compare with those for a missing case. */
async function answersTo(actor: Person, number: string, file: string) {
  const opened = await open(file);
  const answers: unknown[] = [
    [opened.status, await opened.text(), [...opened.headers].filter(([name]) => name !== 'x-request-id')],
    await portalCase(actor, number),
    await portalConversation(actor, number),
    await portalRelated(actor, number),
    [...(await portalRequestsOf(actor, [number]))],
  ];
  for (const write of Object.values(writeWays)) answers.push(await write(number));
  return JSON.stringify(answers).replaceAll(number, 'N');
}

const MISSING = '01900000-0000-7000-8000-000000000000';

const every = (ways: readonly string[], value: boolean) => Object.fromEntries(ways.map((way) => [way, value]));

describe.each(reach)('%s of %s', (...row) => {
  const [role, at] = row;
  const theirs = relationsAt(at);
  let actor: Person;
  let cells: Cell[];
  beforeAll(async () => {
    actor = await holderOf(`Holder of ${role}`, [role], at === 'nobody' ? undefined : w[at]);
    cells = await cellsOf(w, models, actor, theirs);
    signedIn.actor = actor;
  });

  it.each(theirs)(
    'POR-13, POR-14, POR-18, POR-19 · every way to read a case answers the same: %s',
    async (relation) => {
      for (const cell of cells.filter((each) => each.relation === relation))
        expect([cell.mark, await waysTo(actor, cell)]).toEqual([cell.mark, every(readWays, wanted(row, cell).sees)]);
    },
  );

  it('POR-15 · Action Needed counts the records in its list, only those that the customer may answer', async () => {
    const { cases } = await portalCases(actor, { list: 'action', most: 1_000 });
    expect(await countActionNeeded(actor)).toBe(cases.length);
    const listed = new Set(cases.map(({ number }) => number));
    const missing = cells.filter((cell) => wanted(row, cell).writes !== listed.has(cell.number));
    expect(missing.map(({ relation, mark }) => `${relation}, ${mark}`)).toEqual([]);
  });

  it('POR-12 · no stream reports records behind a case, and no page of its incident', async () => {
    const behind = await db().task.findMany({ where: { number: { in: [...models.behind, models.incident] } } });
    const [told] = await knownByEach(
      db(),
      [actor],
      behind.map(({ id }) => id),
    );
    expect([behind.length, told?.size]).toEqual([3, 0]);
    const own = cells.find(({ relation, mark }) => relation === 'own' && mark === 'plain')?.number ?? '';
    const read = [await portalCase(actor, own), await portalConversation(actor, own), await portalRelated(actor, own)];
    expect(JSON.stringify(read)).toContain(models.behind[0]);
    expect(JSON.stringify(read)).not.toContain(models.incident);
  });

  it('POR-20 · others’ records and missing ones give identical responses, and nothing is written', async () => {
    const missing = await answersTo(actor, 'CS9999999', MISSING);
    const hidden = cells.filter((each) => !wanted(row, each).sees);
    for (const { number, file, relation, mark } of hidden)
      expect(await answersTo(actor, number, file), `${relation}, ${mark}`).toBe(missing);
    const unseen = { id: { in: hidden.map(({ id }) => id) } };
    expect(await db().task.count({ where: { ...unseen, version: models.case[0].version } })).toBe(hidden.length);
    expect(await db().journalEntry.count({ where: { taskId: unseen.id } })).toBe(0);
  });

  it('POR-13, POR-19 · readers of a case may write to it, unless they were added only to read', async () => {
    const answers: string[] = [];
    for (const cell of cells.filter((each) => wanted(row, each).sees)) {
      const { writes } = wanted(row, cell);
      // Nobody has this name: users who may add get a refusal that says so; other users get another refusal.
      const expected = { ...every(Object.keys(writeWays), writes), about: true, add: false };
      const got: Record<string, boolean> = {};
      for (const [way, write] of Object.entries(writeWays)) got[way] = (await write(cell.number)).ok;
      expect([cell.relation, cell.mark, got]).toEqual([cell.relation, cell.mark, expected]);
      answers.push(cell.number);
    }
    expect(answers.length).toBeGreaterThan(0);
  });
});

it('ACC-2 · the matrix has a cell for every role, relation and mark', () => {
  const cases = reach.flatMap(([, at]) => relationsAt(at).flatMap(() => [...marks])).length;
  expect([cases, cases * (readWays.length + Object.keys(writeWays).length)]).toEqual([240, 4_560]);
  expect(personIn(w, w.cora, 'account').id).toBe(w.carl.id);
});
