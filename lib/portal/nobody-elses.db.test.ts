import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as download } from '#app/api/attachments/[id]/route.ts';
import { POST as upload } from '#app/api/attachments/route.ts';
import { GET as known } from '#app/api/portal/known/route.ts';
import { knownByEach } from '#lib/access/known-by-each.ts';
import type { Role } from '#lib/access/roles.ts';
import type { Case } from '#lib/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { signedIn } from '#lib/platform/testing/signed-in.ts';
import { aCase, holderOf, type World, world } from '#lib/platform/testing/world.ts';
import { commentAction } from './actions.ts';
import { portalCase } from './queries/portal-case.ts';
import { countActionNeeded, portalCases } from './queries/portal-cases.ts';
import { portalConversation } from './queries/portal-conversation.ts';

type Person = Actor & { id: string };

let w: World;
/** A colleague at the partner, and an account that nobody of these belongs to. */
let alma: Person;
let elsewhere: string;
beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'nobody-elses-'));
  w = await world();
  alma = await holderOf('Alma Alliant', ['sn_customerservice.customer'], w.alliant);
  elsewhere = (await db().account.create({ data: { name: 'Elsewhere' } })).id;
});
beforeEach(() => db().callCount.deleteMany());

const relations = ['own', 'account', 'child', 'served', 'opened for served', 'stranger', 'consumer'] as const;
type Relation = (typeof relations)[number];

/** Which cases each external role sees. Written from the specification, not from the product. */
const reach: readonly [Role, 'boxeo' | 'alliant' | 'nobody', readonly Relation[]][] = [
  ['sn_customerservice.customer', 'boxeo', ['own']],
  ['sn_customerservice.customer_case_manager', 'boxeo', ['own', 'account', 'child']],
  ['sn_customerservice.customer_admin', 'boxeo', ['own', 'account']],
  ['sn_customerservice.partner', 'alliant', ['own', 'opened for served']],
  ['sn_customerservice.partner_admin', 'alliant', ['own', 'account', 'served', 'opened for served']],
  ['sn_customerservice.consumer', 'nobody', ['own']],
];

/** What may be otherwise about a case than that it is somebody's: POR-14, POR-19, POR-13. */
const marks = ['plain', 'sensitive', 'added to read', 'added to answer', 'moved on'] as const;
type Mark = (typeof marks)[number];

type Cell = { relation: Relation; mark: Mark; theCase: Case; file: string; word: string };

/** POR-13, 14, 19 · What the specification says of a cell: whether it is seen, and whether one writes into it. */
function wanted([, at, seen]: (typeof reach)[number], { relation, mark }: Cell): { sees: boolean; writes: boolean } {
  // A case of an account that is not the contact's any longer stays there; consumers have none.
  if (mark === 'moved on' && at !== 'nobody') return { sees: false, writes: false };
  const ofOwnAccount = at !== 'nobody' && (relation === 'own' || relation === 'account');
  const added = mark.startsWith('added') && ofOwnAccount;
  const byRole = seen.includes(relation) && (mark !== 'sensitive' || relation === 'own');
  return { sees: byRole || added, writes: byRole || (added && mark === 'added to answer') };
}

const HERE = 'http://localhost:3000';
const text = { method: 'POST', body: 'Hello', headers: { 'content-type': 'text/plain' } };

const attach = (number: string) =>
  upload(new Request(`${HERE}/api/attachments?${new URLSearchParams({ kind: 'case', number, name: 'a.txt' })}`, text));

const open = (id: string) =>
  download(new Request(`${HERE}/api/attachments/${id}`), { params: Promise.resolve({ id }) });

let made = 0;

async function cellOf(actor: Person, at: (typeof reach)[number][1], relation: Relation, mark: Mark): Promise<Cell> {
  const colleague = at === 'alliant' ? alma : w.carl;
  const ownerOf: Readonly<Record<Relation, Record<string, string>>> = {
    own: at === 'nobody' ? { consumerId: actor.id } : { contactId: actor.id },
    account: { contactId: colleague.id },
    child: { contactId: w.lea.id },
    served: { contactId: w.cora.id },
    'opened for served': { contactId: w.cora.id },
    stranger: { contactId: w.fiona.id },
    consumer: { consumerId: w.jane.id },
  };
  made += 1;
  const word = `quincunx${made}`;
  const theCase = await aCase(w, { shortDescription: `The ${word} line`, ...ownerOf[relation] });
  const data = relation === 'opened for served' ? { openedById: actor.id } : {};
  const moved = mark === 'moved on' && theCase.accountId ? { accountId: elsewhere } : {};
  signedIn.actor = w.ava;
  await attach(theCase.number);
  await db().task.update({ where: { id: theCase.id }, data: { state: 'resolved', ...data, ...moved } });
  await db().case.update({ where: { id: theCase.id }, data: { sensitive: mark === 'sensitive' } });
  const row = { caseId: theCase.id, userId: actor.id, addedById: w.ava.id, addedAt: new Date() };
  if (mark.startsWith('added'))
    await db().caseColleague.create({ data: { ...row, mayAnswer: mark.endsWith('answer') } });
  const { id: file } = await db().attachment.findFirstOrThrow({ where: { taskId: theCase.id } });
  return { relation, mark, theCase, file, word };
}

/** Every way to a case, and whether it leads there. */
async function waysTo(actor: Person, { theCase, file, word }: Cell) {
  const { id, number } = theCase;
  signedIn.actor = actor;
  const isIn = async (query: Parameters<typeof portalCases>[1]) =>
    (await portalCases(actor, query)).cases.some((row) => row.number === number);
  const about = await known(new Request(`${HERE}/api/portal/known?q=${word}`));
  const reads = {
    list: await isIn({ most: 1_000 }),
    search: await isIn({ words: word }),
    'search by number': await isIn({ words: number }),
    page: (await portalCase(actor, number)) !== null,
    conversation: (await portalConversation(actor, number)) !== null,
    'what is known': JSON.stringify(await about.json()).includes(number),
    download: (await open(file)).status === 200,
    stream: (await knownByEach(db(), [actor], [id]))[0]?.get(id) === true,
  };
  const writes = {
    'action needed': await isIn({ list: 'action', most: 1_000 }),
    upload: (await attach(number)).status === 200,
    comment: (await commentAction({ number, text: 'Hello' })).ok,
  };
  return { reads, writes };
}

const every = (names: object, value: boolean) => Object.fromEntries(Object.keys(names).map((name) => [name, value]));

/** What is not there answers like this. */
async function answersTo(actor: Person, number: string, file: string) {
  signedIn.actor = actor;
  const opened = await open(file);
  const sent = await attach(number);
  return JSON.stringify([
    [opened.status, await opened.text(), [...opened.headers].filter(([name]) => name !== 'x-request-id')],
    [sent.status, (await sent.text()).replaceAll(number, 'N')],
    await commentAction({ number, text: 'Hello' }),
    await portalCase(actor, number),
    await portalConversation(actor, number),
  ]);
}

const MISSING = '01900000-0000-7000-8000-000000000000';

describe.each(reach)('%s of %s', (...row) => {
  const [role, at] = row;
  // Who is served by no partner has no cases of served accounts.
  const theirs = relations.filter((relation) => at === 'alliant' || !relation.includes('served'));
  let actor: Person;
  const cells: Cell[] = [];
  beforeAll(async () => {
    actor = await holderOf(`Holder of ${role}`, [role], at === 'nobody' ? undefined : w[at]);
    for (const relation of theirs) for (const mark of marks) cells.push(await cellOf(actor, at, relation, mark));
  });

  it.each(theirs)(
    'POR-13, POR-14, POR-18, POR-19 · every way to a case, theirs or %s, answers the same',
    async (relation) => {
      for (const cell of cells.filter((each) => each.relation === relation)) {
        const { sees, writes } = wanted(row, cell);
        const ways = await waysTo(actor, cell);
        expect([cell.mark, ways]).toEqual([
          cell.mark,
          { reads: every(ways.reads, sees), writes: every(ways.writes, writes) },
        ]);
      }
    },
  );

  it('POR-15 · Action Needed counts what its list holds, of these those alone into which one writes', async () => {
    const { cases } = await portalCases(actor, { list: 'action', most: 1_000 });
    expect(await countActionNeeded(actor)).toBe(cases.length);
    const listed = new Set(cases.map(({ number }) => number));
    const missing = cells.filter((cell) => wanted(row, cell).writes !== listed.has(cell.theCase.number));
    expect(missing.map(({ relation, mark }) => `${relation}, ${mark}`)).toEqual([]);
  });

  it('POR-20 · what is somebody else’s and what is missing answer with the same bytes', async () => {
    const missing = await answersTo(actor, 'CS9999999', MISSING);
    for (const cell of cells.filter((each) => !wanted(row, each).sees))
      expect(await answersTo(actor, cell.theCase.number, cell.file), `${cell.relation}, ${cell.mark}`).toBe(missing);
  });
});
