import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { queueHash } from './hash-queue.ts';

const argon2Async = promisify(argon2);

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. Each hash stores them, so raising them is safe. */
const today = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;

type Parameters = typeof today;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

type Derivation = { nonce: Buffer; parameters: Parameters; tagLength: number; stranger: string | null };

function derive(password: string, { nonce, parameters, tagLength, stranger }: Derivation): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return queueHash(() => argon2Async('argon2id', { message, nonce, tagLength, ...parameters }), stranger);
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** ACC-3 · argon2id in the PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, { nonce: salt, parameters: today, tagLength: TAG_LENGTH, stranger: null });
  return `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

let hashOfNobody: Promise<string> | undefined;

/**
 * ACC-3 · Checks a password against a hash. Without a hash it takes as long and returns false. A `stranger`, named by source,
 * waits behind known users.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
  { stranger = null }: { stranger?: string | null } = {},
): Promise<boolean> {
  hashOfNobody ??= hashPassword(randomBytes(32).toString('base64'));
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(stored ?? (await hashOfNobody)) ?? [];
  if (!salt || !hash) throw new Error('A stored password hash is not one of ours.');
  const expected = Buffer.from(hash, 'base64');
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const nonce = Buffer.from(salt, 'base64');
  const actual = await derive(password, { nonce, parameters, tagLength: expected.length, stranger });
  return timingSafeEqual(actual, expected) && stored !== null;
}
