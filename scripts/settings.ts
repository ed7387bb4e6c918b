import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { isCommonPassword } from '#lib/session/rules/common-password.ts';
import { UserError } from './user-error.mjs';

/** Placeholders for secrets in examples, including this project's tests and demonstration. */
const EXAMPLES =
  /change.?(me|this|it)|replace.?(me|this)|secret|password|passphrase|nextauth|openssl|example|placeholder|random|only.for.tests|casebridge|development|production|lorem.?ipsum|correct.?horse/i;

/** Random texts of 32 characters have more distinct characters than this, even hexadecimal ones. */
const FEWEST_CHARACTERS = 8;

/** ACC-11 · Whether a secret is an example's, a common password or a repetition. */
function isWeakSecret(secret: string): boolean {
  return EXAMPLES.test(secret) || isCommonPassword(secret) || new Set(secret).size < FEWEST_CHARACTERS;
}

const GIBIBYTE = 2 ** 30;

/** ADM-11 · Minimum length of the monitors' token. */
const SHORTEST_TOKEN = 16;

export interface Settings {
  port: number;
  host: string;
  /** How many server processes share the port. */
  processes: number;
  /** The public address, without a path. */
  appUrl: string;
  dataFolder: string;
  /** null for the embedded database. */
  databaseUrl: string | null;
  /** The same database as its owner, if the role of `databaseUrl` only serves. */
  databaseOwnerUrl: string | null;
  authSecret: string | null;
  seed: 'demo' | 'none';
  /** SEED was set explicitly. */
  seedAsked: boolean;
}

/** Sets variables that the environment lacks from the file `.env`. */
export function loadDotEnv(file = '.env', env = process.env): void {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8')))) env[name] ??= value;
}

/** The settings of a start; an invalid setting throws one line. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UserError(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);

  const processes = Number(env.WEB_PROCESSES || defaultProcesses(os.availableParallelism(), memoryOfMachine()));
  if (!Number.isInteger(processes) || processes < 1 || processes > 64)
    throw new UserError(`WEB_PROCESSES is "${env.WEB_PROCESSES}"; it must be a number from 1 to 64.`);

  const databaseUrl = env.DATABASE_URL || null;
  const seed = env.SEED || (databaseUrl ? 'none' : 'demo');
  if (seed !== 'demo' && seed !== 'none') throw new UserError(`SEED is "${env.SEED}"; it can be "demo" or "none".`);

  if (databaseUrl) requireDatabase('DATABASE_URL', databaseUrl);
  const databaseOwnerUrl = env.DATABASE_OWNER_URL || null;
  if (databaseOwnerUrl) requireDatabase('DATABASE_OWNER_URL', databaseOwnerUrl);
  if (databaseOwnerUrl && (!databaseUrl || !userOf(databaseUrl)))
    throw new UserError('DATABASE_OWNER_URL is set: DATABASE_URL must be too, and name the user that serves.');

  const appUrl = addressOf('APP_URL', env.APP_URL || `http://localhost:${port}`);
  if (!/^https?:$/.test(appUrl.protocol)) throw new UserError('APP_URL must begin with https:// or http://.');

  if (env.SMTP_URL && !/^smtps?:$/.test(addressOf('SMTP_URL', env.SMTP_URL).protocol))
    throw new UserError('SMTP_URL must begin with smtp:// or smtps://.');

  if (env.METRICS_TOKEN && env.METRICS_TOKEN.length < SHORTEST_TOKEN)
    throw new UserError(`METRICS_TOKEN must have at least ${SHORTEST_TOKEN} characters.`);
  if (env.MAIL_LISTEN && !/^(\[[\da-f:.]+\]|[^\s:/]+):([1-9]\d{0,4})$/i.test(env.MAIL_LISTEN))
    throw new UserError(`MAIL_LISTEN is "${env.MAIL_LISTEN}"; it must be a host and a port, such as 0.0.0.0:25.`);
  if (env.IMAP_URL && !/^imaps?:$/.test(addressOf('IMAP_URL', env.IMAP_URL).protocol))
    throw new UserError('IMAP_URL must begin with imaps:// or imap://.');

  if (env.TRUST_PROXY && env.TRUST_PROXY !== '0' && env.TRUST_PROXY !== '1')
    throw new UserError(`TRUST_PROXY is "${env.TRUST_PROXY}"; it can be "1" or "0".`);

  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD))
    throw new UserError('ADMIN_EMAIL and ADMIN_PASSWORD must be set together.');

  if (env.CURRENCY && !Intl.supportedValuesOf('currency').includes(env.CURRENCY))
    throw new UserError(`CURRENCY is "${env.CURRENCY}"; it must be a code of a currency, such as EUR.`);

  return {
    port,
    host: env.HOST || '127.0.0.1',
    processes,
    appUrl: appUrl.origin,
    dataFolder: path.resolve(env.CASEBRIDGE_DATA || '.data'),
    databaseUrl,
    databaseOwnerUrl,
    authSecret: env.AUTH_SECRET || null,
    seed,
    seedAsked: Boolean(env.SEED),
  };
}

/** One server process per core, at most four; only one if the memory is below 2 GiB. */
export function defaultProcesses(cores: number, memory: number): number {
  return memory < 2 * GIBIBYTE ? 1 : Math.min(cores, 4);
}

/** In bytes; a container may have less memory than its machine. */
const memoryOfMachine = () => Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

const SHORTEST_SECRET = 32;

/** ACC-6, ACC-11 · An external database needs a configured secret. A configured secret must be long and not well-known. */
export function requireSecret({ databaseUrl, authSecret }: Settings): void {
  if (databaseUrl && !authSecret)
    throw new UserError(
      'DATABASE_URL is set but AUTH_SECRET is not: set it to a long random text, the same on every server.',
    );
  if (!authSecret) return;
  if (authSecret.length < SHORTEST_SECRET)
    throw new UserError(
      `AUTH_SECRET has ${authSecret.length} characters: give it at least ${SHORTEST_SECRET} random ones.`,
    );
  if (isWeakSecret(authSecret))
    throw new UserError('AUTH_SECRET is one that others know or can guess: set it to a long random text.');
}

/** ACC-10 · Warnings for a start, one line each. */
export function warnings(env: NodeJS.ProcessEnv): string[] {
  if (!env.APP_URL?.startsWith('https://') || env.TRUST_PROXY) return [];
  return [
    'APP_URL begins with https:// but TRUST_PROXY is not set: everybody seems to sign in from the address of the proxy. ' +
      'Set it to 1 if the proxy sets X-Forwarded-For, or to 0 to keep this as it is.',
  ];
}

/** The user in a database address; empty if the environment provides it. */
export const userOf = (databaseUrl: string) => decodeURIComponent(new URL(databaseUrl).username);

function requireDatabase(name: string, address: string): void {
  if (!/^postgres(ql)?:$/.test(addressOf(name, address).protocol))
    throw new UserError(`${name} must begin with postgresql://.`);
}

function addressOf(name: string, text: string): URL {
  if (!URL.canParse(text)) throw new UserError(`${name} is not an address: it must look like scheme://host:port/name.`);
  return new URL(text);
}
