import { argon2 } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

// Counts calls of the real function: timing would depend on the machine.
vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:crypto')>();
  return { ...original, argon2: vi.fn(original.argon2) };
});

test('ACC-3 · a hash is argon2id with its parameters, and never the same twice', async () => {
  const hashes = [await hashPassword('secret'), await hashPassword('secret')];
  expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
});

test.each([
  ['secret', true],
  ['Secret', false],
  ['', false],
])('ACC-3 · password %j against the hash of "secret": %s', async (password, answer) => {
  expect(await verifyPassword(password, await hashPassword('secret'))).toBe(answer);
});

test('ACC-3 · the same letters, typed on another keyboard, are the same password', async () => {
  expect(await verifyPassword('a\u0308', await hashPassword('\u00e4'))).toBe(true);
});

test('ACC-3 · a hash with other parameters stays valid', async () => {
  const older = '$argon2id$v=19$m=128,t=3,p=2$c29tZXNhbHRzb21lc2FsdA$KxjlWNseQ6H4z65I9Qrrciu/fnKnTzOV';
  expect([await verifyPassword('secret', older), await verifyPassword('Secret', older)]).toEqual([true, false]);
});

test('ACC-3, ACC-10 · without a hash the answer is no, after as much work as with one', async () => {
  const kept = await hashPassword('secret');
  await verifyPassword('wrong', null);
  const workOf = async (hash: string | null) => {
    vi.mocked(argon2).mockClear();
    expect(await verifyPassword('wrong', hash)).toBe(false);
    return vi.mocked(argon2).mock.calls.map(([algorithm, { memory, passes, parallelism, tagLength }]) => ({
      algorithm,
      memory,
      passes,
      parallelism,
      tagLength,
    }));
  };
  const work = await workOf(kept);
  expect(work).toHaveLength(1);
  expect(await workOf(null)).toEqual(work);
});
