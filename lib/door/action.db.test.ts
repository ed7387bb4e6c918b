import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { writeSessionCookie } from '#lib/session/cookie.ts';
import { startSession } from '#lib/session/sessions.ts';
import { givenUser } from '#lib/user/testing/people.ts';
import { action, openAction } from './action.ts';
import { limits } from './limits.ts';

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));

// There are no headers and cookies outside of a request. These mocks represent the browser.
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (name: string, value: string) => request.cookies.set(name, { value }),
  }),
}));
// The session itself decides who is signed in, not the test set-up.
vi.unmock('#lib/session/current-actor.ts');

const Input = z.object({ number: z.string().min(1, 'Enter a number.'), count: z.coerce.number().max(9, 'At most 9.') });

const body = vi.fn(async (_actor: unknown, _input: unknown) => ({ message: 'Done.' }));
const anAction = action({ permission: 'thing.edit', input: Input }, body);

async function signedIn() {
  const user = await givenUser({ roles: ['itil'] });
  await writeSessionCookie(await transaction((tx) => startSession(tx, user.id)));
  return user;
}

beforeEach(() => {
  request.headers = new Headers({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' });
  request.cookies.clear();
  body.mockClear();
});

test('ACC-5 · an action names its permission, or declares itself public', () => {
  expect([anAction.permission, openAction(async () => {}).permission]).toEqual(['thing.edit', 'public']);
});

test('ACC-5 · checks the origin before sign-in, sign-in before shape, shape before the body', async () => {
  request.headers.set('origin', 'https://evil.example');
  await expect(anAction({ number: '', count: 99 })).rejects.toThrow('foreign origin');
  await expect(openAction(body)(null, null)).rejects.toThrow('foreign origin');
  request.headers.set('origin', 'http://localhost:3000');
  expect(await anAction({ number: '', count: 99 })).toMatchObject({ ok: false, rule: 'ACC-3', signedOut: true });
  await signedIn();
  expect(await anAction({ number: '', count: 99 })).toMatchObject({ ok: false, rule: 'REC-5' });
  expect(body).not.toHaveBeenCalled();
  expect(await anAction({ number: 'CS1', count: 1 })).toEqual({ ok: true, message: 'Done.' });
});

test('ACC-4 · the body gets the current actor and the parsed input, from an object or a form', async () => {
  const { id } = await signedIn();
  const form = new FormData();
  form.set('number', 'CS1');
  form.set('count', '3');
  await anAction(form);
  await anAction(null, form);
  const actor = expect.objectContaining({ id, roles: expect.objectContaining({ size: 9 }) });
  expect(body.mock.calls).toEqual([
    [actor, { number: 'CS1', count: 3 }, ''],
    [actor, { number: 'CS1', count: 3 }, ''],
  ]);
});

test.each([null, undefined, 'text', 7, [], { number: 1 }, { number: 'CS1', count: {} }, new FormData()])(
  'REC-5 · %j is refused beside its fields',
  async (input) => {
    await signedIn();
    const call = anAction as (input: unknown) => ReturnType<typeof anAction>;
    expect(await call(input)).toMatchObject({ ok: false, rule: 'REC-5' });
    expect(body).not.toHaveBeenCalled();
  },
);

test('REC-5 · every wrong field is named with its first message', async () => {
  await signedIn();
  expect(await anAction({ number: '', count: 99 })).toEqual({
    ok: false,
    rule: 'REC-5',
    field: 'number',
    message: 'Please correct the marked fields.',
    fieldErrors: { number: 'Enter a number.', count: 'At most 9.' },
  });
});

test('REC-5 · a refusal is answered with rule and field', async () => {
  await signedIn();
  body.mockRejectedValueOnce(new Refusal('INC-1', 'Choose a reason.', { field: 'holdReason', details: ['a'] }));
  expect(await anAction({ number: 'CS1', count: 1 })).toEqual({
    ok: false,
    rule: 'INC-1',
    field: 'holdReason',
    message: 'Choose a reason.',
    fieldErrors: { holdReason: 'Choose a reason.' },
    details: ['a'],
  });
  expect(await db().auditEntry.count()).toBe(0);
});

test('ADM-12 · an attempt without permission is refused and audited', async () => {
  const { id } = await signedIn();
  body.mockRejectedValueOnce(new Refusal('ACC-6', 'Your roles do not allow this.'));
  expect(await anAction({ number: 'CS1', count: 1 })).toMatchObject({ ok: false, rule: 'ACC-6' });
  expect(await db().auditEntry.findFirstOrThrow()).toMatchObject({
    actorId: id,
    action: 'action.refused',
    subject: 'thing.edit',
    newValue: 'ACC-6: Your roles do not allow this.',
  });
});

test('REC-5 · our own fault is rethrown, and reveals nothing to the browser', async () => {
  await signedIn();
  body.mockRejectedValueOnce(new Error('a secret of the database'));
  await expect(anAction({ number: 'CS1', count: 1 })).rejects.toThrow('a secret');
});

test('ACC-3 · a forged, foreign or ended cookie is no session', async () => {
  await signedIn();
  const input = { number: 'CS1', count: 1 };
  const [[name, cookie] = ['', { value: '' }]] = request.cookies;
  for (const value of ['', 'nonsense', `${cookie.value.slice(0, -4)}AAAA`]) {
    request.cookies.set(name, { value });
    expect(await anAction(input)).toMatchObject({ ok: false, signedOut: true });
  }
  request.cookies.set(name, cookie);
  expect(await anAction(input)).toMatchObject({ ok: true });
  await db().session.deleteMany();
  expect(await anAction(input)).toMatchObject({ ok: false, signedOut: true });
  expect(body).toHaveBeenCalledTimes(1);
});

test('ACC-12 · a malformed call is counted, and refused like any other above the limit', async () => {
  const { id } = await signedIn();
  await anAction({ number: '', count: 1 });
  expect(await db().callCount.findMany({ where: { personId: id } })).toMatchObject([{ limit: 'action', calls: 1 }]);
  await db().callCount.updateMany({ where: { personId: id }, data: { calls: limits.action } });
  expect(await anAction({ number: '', count: 1 })).toMatchObject({ ok: false, rule: 'ACC-12' });
});

test('ACC-12 · an action may have a limit of its own, beside that of all others', async () => {
  const { id } = await signedIn();
  const costly = action({ permission: 'thing.render', input: Input, limit: 'preview' }, body);
  for (const call of [costly, anAction]) expect(await call({ number: 'CS1', count: 1 })).toMatchObject({ ok: true });
  const counted = await db().callCount.findMany({ where: { personId: id }, orderBy: { limit: 'asc' } });
  expect(counted).toMatchObject([
    { limit: 'action', calls: 1 },
    { limit: 'preview', calls: 1 },
  ]);
  await db().callCount.updateMany({
    where: { limit: 'preview' },
    data: { calls: limits.preview, minute: 2 ** 31 - 1 },
  });
  expect(await costly({ number: 'CS1', count: 1 })).toMatchObject({ ok: false, rule: 'ACC-12' });
  expect(await anAction({ number: 'CS1', count: 1 })).toMatchObject({ ok: true });
});

test('ACC-12 · handles four calls of one user at a time', async () => {
  await signedIn();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  body.mockImplementation(async () => {
    await released;
    return { message: 'Done.' };
  });
  const calls = Array.from({ length: 9 }, () => anAction({ number: 'CS1', count: 1 }));
  await vi.waitFor(() => expect(body).toHaveBeenCalledTimes(4));
  expect(body).toHaveBeenCalledTimes(4);
  release();
  await Promise.all(calls);
  expect(body).toHaveBeenCalledTimes(9);
});

test('POR-20 · an action of one side does not exist for the other, whatever is sent', async () => {
  const ofCustomers = action({ permission: 'thing.ask', side: 'customers', input: Input }, body);
  const ofBoth = action({ permission: 'thing.read', side: 'both', input: Input }, body);
  const hidden = { ok: false, rule: 'REL-16', message: 'There is no page that you can see.' };
  const sent = { number: 'CS1', count: 1 };
  const customer = await givenUser({ kind: 'contact', roles: ['sn_customerservice.customer'] });
  await writeSessionCookie(await transaction((tx) => startSession(tx, customer.id)));
  expect(await anAction({ number: '', count: 99 })).toEqual(hidden);
  expect(await anAction(sent)).toEqual(hidden);
  expect(await db().auditEntry.count({ where: { actorId: customer.id, subject: 'thing.edit' } })).toBe(1);
  expect([await ofCustomers(sent), await ofBoth(sent)]).toMatchObject([{ ok: true }, { ok: true }]);
  await signedIn();
  expect([await ofCustomers(sent), await ofBoth(sent)]).toMatchObject([hidden, { ok: true }]);
});
