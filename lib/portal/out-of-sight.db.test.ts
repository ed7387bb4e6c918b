import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as download } from '#app/api/attachments/[id]/route.ts';
import { POST as upload } from '#app/api/attachments/route.ts';
import { GET as known } from '#app/api/portal/known/route.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { bus } from '#lib/live/bus.ts';
import { openStream } from '#lib/live/stream.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { startSession } from '#lib/session/sessions.ts';
import { aCaseOf, aProblem } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { change, type World, world } from '#lib/testing/world.ts';
import { commentAction } from './actions.ts';
import { portalCase } from './queries/portal-case.ts';
import { countActionNeeded, portalCases } from './queries/portal-cases.ts';
import { portalRelated } from './queries/portal-related.ts';

let w: World;
const leaving = new AbortController();

beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'out-of-sight-'));
  const listening = new Promise((resolve) => bus().once('resync', () => resolve(null)));
  w = await world();
  await listening;
});
afterAll(async () => {
  leaving.abort();
  await bus().stop();
});

/** The events that this person's open page receives; its session stays as it was opened. */
async function listen({ id }: Person) {
  const session = (await actorOfSession(await transaction((tx) => startSession(tx, id)))) as SignedIn;
  let heard = '';
  const stream = openStream(session, leaving.signal).pipeThrough(new TextDecoderStream());
  void (async () => {
    for await (const chunk of stream) heard += chunk;
  })();
  return { heard: (caseId: string) => heard.split(caseId).length - 1 };
}

let made = 0;

/** A case of Cora that waits for her, with a file and a problem, and a word to search for. */
async function aWaitingCase() {
  made += 1;
  const word = `Marmoset${made}`;
  const theCase = await aCaseOf(w, 'problem', await aProblem(w), { shortDescription: `${word} is loose` });
  signedIn.actor = w.ava;
  const query = new URLSearchParams({ kind: 'case', number: theCase.number, name: 'a.txt' });
  const body = { method: 'POST', body: 'Hello', headers: { 'content-type': 'text/plain' } };
  await upload(new Request(`http://localhost:3000/api/attachments?${query}`, body));
  const { id: file } = await db().attachment.findFirstOrThrow({ where: { taskId: theCase.id } });
  await db().task.update({ where: { id: theCase.id }, data: { state: 'resolved', resolvedAt: new Date() } });
  return { theCase, word, file };
}

type Waiting = Awaited<ReturnType<typeof aWaitingCase>>;

/** Tries every way to the case, with the actor as the open page still has it. */
async function visibleTo(actor: Person, { theCase, word, file }: Waiting) {
  const { number } = theCase;
  signedIn.actor = actor;
  const found = await portalCases(actor, { words: word });
  const about = await known(new Request(`http://localhost:3000/api/portal/known?q=${word}`));
  const params = Promise.resolve({ id: file });
  const opened = await download(new Request(`http://localhost:3000/api/attachments/${file}`), { params });
  return {
    page: (await portalCase(actor, number)) !== null,
    search: found.cases.length,
    'what is known': JSON.stringify(await about.json()).includes(number),
    file: opened.status,
    'pop-up': (await portalRelated(actor, number)).length,
    'action needed': await countActionNeeded(actor),
    comment: (await commentAction({ number, text: 'Hello' })).ok,
  };
}

const all = { page: true, search: 1, 'what is known': true, file: 200, 'pop-up': 1, 'action needed': 1, comment: true };
const nothing = {
  page: false,
  search: 0,
  'what is known': false,
  file: 404,
  'pop-up': 0,
  'action needed': 0,
  comment: false,
};

/** Support comments on the case; waits until the observer has received the event. */
async function write({ id, number }: Case, observer: { heard: (id: string) => number }) {
  const before = observer.heard(id);
  await addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Hello' });
  await expect.poll(() => observer.heard(id)).toBeGreaterThan(before);
}

const moves: [string, (theCase: Case) => Promise<unknown>][] = [
  ['a case that moves to another contact', (theCase) => change(w.ava, theCase, { contactId: w.carl.id })],
  [
    'a case of a contact who moves to another account',
    () => db().contact.update({ where: { id: w.cora.id }, data: { accountId: w.funco } }),
  ],
];

describe.each(moves)('%s', (_what, move) => {
  it('POR-13 · is out of sight at once: in page, search, pop-up, file, number, action and a stream that is open already', async () => {
    const waiting = await aWaitingCase();
    const { theCase } = waiting;
    const [cora, ava] = [await listen(w.cora), await listen(w.ava)];
    expect(await visibleTo(w.cora, waiting)).toEqual(all);
    await write(theCase, ava);
    await expect.poll(() => cora.heard(theCase.id)).toBeGreaterThan(0);
    const { version } = await db().task.findUniqueOrThrow({ where: { id: theCase.id } });
    await move({ ...theCase, version });
    expect(await visibleTo(w.cora, waiting)).toEqual(nothing);
    await write(theCase, ava);
    const before = cora.heard(theCase.id);
    await write(theCase, ava);
    expect(cora.heard(theCase.id)).toBe(before);
    await db().contact.update({ where: { id: w.cora.id }, data: { accountId: w.boxeo } });
  });
});
