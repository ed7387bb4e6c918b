import { createHash } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { addEntryToManyAction } from '#lib/list/actions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, type World, world } from '#lib/testing/world.ts';
import { action } from './action.ts';
import { deleteOldCalls } from './idempotent.ts';

const ID = '0123456789abcdef';

/** Creates a group with this name and names it in the message. */
async function createGroup(_actor: Actor, { name }: { name: string }) {
  const { id } = await transaction((tx) => tx.group.create({ data: { name } }));
  return { message: `Group ${name} created.`, data: { id } };
}
const body = vi.fn(createGroup);
const createGroupAction = action(
  { permission: 'thing.create', input: z.object({ name: z.string() }), isOnce: true },
  body,
);

function calledBy(actor: Actor, ...call: [input: { name: string } | FormData, id?: string]) {
  signedIn.actor = actor;
  return createGroupAction(...call);
}

let w: World;
let names = 0;
let name: string;
const groups = () => db().group.count({ where: { name } });

beforeEach(async () => {
  w ??= await world();
  body.mockReset().mockImplementation(createGroup);
  name = `Called ${++names}`;
  await db().answeredCall.deleteMany();
});

test('REC-5 · a call repeated under its id gets the first answer, and runs once', async () => {
  const answer = await calledBy(w.ava, { name }, ID);
  expect(answer).toMatchObject({ ok: true, message: `Group ${name} created.`, data: { id: expect.any(String) } });
  const form = new FormData();
  form.set('name', name);
  expect(await calledBy(w.ava, form, ID)).toEqual(answer);
  expect(body).toHaveBeenCalledTimes(1);
});

test('REC-5 · of two calls at once under one id, one runs, and both get its answer', async () => {
  const call = () => calledBy(w.ava, { name }, ID);
  const [one, other] = await Promise.all([call(), call()]);
  expect(one).toMatchObject({ ok: true });
  expect(other).toEqual(one);
  expect(await groups()).toBe(1);
});

test('REC-5 · an answer is never given to another user or another form', async () => {
  await calledBy(w.ava, { name }, ID);
  for (const [who, id] of [
    [w.mia, ID],
    [w.ava, `${ID}0`],
  ] as const) {
    name = `Called ${++names}`;
    expect(await calledBy(who, { name }, id)).toMatchObject({ message: `Group ${name} created.` });
  }
});

test('REC-5 · a refused or failed call leaves nothing behind, and runs when it is repeated', async () => {
  const refuse = async (...given: Parameters<typeof createGroup>): Promise<never> => {
    await createGroup(...given);
    throw new Refusal('REC-5', 'Not so.');
  };
  const fail = async (...given: Parameters<typeof createGroup>): Promise<never> => {
    await createGroup(...given);
    throw new Error('A fault.');
  };
  body.mockImplementationOnce(refuse).mockImplementationOnce(fail);
  const call = () => calledBy(w.ava, { name }, ID);
  expect(await call()).toMatchObject({ ok: false, message: 'Not so.' });
  await expect(call()).rejects.toThrow('A fault.');
  expect(await groups()).toBe(0);
  expect(await call()).toMatchObject({ ok: true });
  expect(await groups()).toBe(1);
});

test('REC-5 · a repeated call with changed input is refused and shows what is saved', async () => {
  await calledBy(w.ava, { name }, ID);
  expect(await calledBy(w.ava, { name: `${name} and more` }, ID)).toEqual({
    ok: false,
    rule: 'REC-5',
    message: `What was sent from this form before is saved: Group ${name} created. Send it again to save this, too.`,
    details: { savedBefore: true },
  });
  expect(body).toHaveBeenCalledTimes(1);
});

test('REC-5 · without an id, or with none that a browser makes, each call is one of its own', async () => {
  for (const id of [[], [''], ['x'.repeat(65)]] as const) {
    name = `Called ${++names}`;
    for (const turn of [1, 2]) await calledBy(w.ava, { name: `${name} ${turn}` }, ...id);
  }
  expect(body).toHaveBeenCalledTimes(6);
  expect(await db().answeredCall.count()).toBe(0);
});

test('REC-5 · a stored answer contains nothing of the input, and nothing to guess it by', async () => {
  await calledBy(w.ava, { name }, ID);
  const { fingerprint } = await db().answeredCall.findFirstOrThrow();
  expect(fingerprint).not.toBe(createHash('sha256').update(JSON.stringify({ name })).digest('base64url'));
  expect(fingerprint).not.toContain(name);
});

test('REC-5 · an answer is forgotten when no browser keeps its form any longer', async () => {
  await calledBy(w.ava, { name }, ID);
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
  expect(await deleteOldCalls(inDays(30))).toBe('0 answers to calls removed');
  expect(await deleteOldCalls(inDays(32))).toBe('1 answers to calls removed');
});

test('ACC-12 · the newest 2,000 answers of each user are kept, and those of the last hour', async () => {
  const now = new Date();
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const answered = (personId: string, begin: string, count: number, from: number) =>
    db().answeredCall.createMany({
      data: Array.from({ length: count }, (_, n) => {
        return { personId, id: `${begin}-${n}`, fingerprint: '', at: minutesAgo(from + n / 1_000) };
      }),
    });
  await answered(w.ava.id, 'recent', 1_500, 10);
  await answered(w.ava.id, 'older', 600, 70);
  await answered(w.mia.id, 'many-recent', 2_100, 10);
  await answered(w.pat.id, 'few-old', 300, 7 * 24 * 60);
  expect(await deleteOldCalls(now)).toBe('100 answers to calls removed');
  const left = (personId: string) => db().answeredCall.count({ where: { personId } });
  expect(await Promise.all([w.ava, w.mia, w.pat].map(({ id }) => left(id)))).toEqual([2_000, 2_100, 300]);
  expect(await db().answeredCall.count({ where: { id: { in: ['older-499', 'older-500'] } } })).toBe(1);
});

test('REC-5 · an entry for many is posted once in each, also where only some had it when the answer was lost', async () => {
  signedIn.actor = w.ava;
  const numbers = [(await aCase(w)).number, (await aCase(w)).number];
  const post = (...some: string[]) => {
    const records = some.map((number) => ({ number }));
    return addEntryToManyAction({ kind: 'case', records, type: 'work_note', text: name }, ID);
  };
  const [first = ''] = numbers;
  await post(first);
  const answer = await post(...numbers);
  expect(answer).toMatchObject({ ok: true, data: { done: numbers.map((number) => ({ number })), refused: [] } });
  expect(await post(...numbers)).toEqual(answer);
  expect(await db().journalEntry.count({ where: { text: name } })).toBe(2);
});
