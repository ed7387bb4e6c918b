import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

import { defaultProcesses, loadDotEnv, readSettings, requireSecret, warnings } from './settings.ts';

const RANDOM = 'q8R2mZx0Vb5tKp7Wc3Ld9Yf1Hs6Jg4Nn';

const settingsOf = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env });

it('without any setting: port 3000 of this machine, the embedded database, demo data', () => {
  expect(settingsOf({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    appUrl: 'http://localhost:3000',
    databaseUrl: null,
    seed: 'demo',
  });
});

it('an external database is filled with demo data only on request', () => {
  const DATABASE_URL = 'postgresql://localhost/desk';
  expect(settingsOf({ DATABASE_URL }).seed).toBe('none');
  expect(settingsOf({ DATABASE_URL, SEED: 'demo' }).seed).toBe('demo');
});

it('REC-1 · a database of one’s own may have a role that owns it and another one that serves', () => {
  const DATABASE_OWNER_URL = 'postgresql://owner@localhost/desk';
  const settings = (DATABASE_URL: string) => settingsOf({ DATABASE_URL, DATABASE_OWNER_URL });
  expect(settings('postgresql://desk@localhost/desk').databaseOwnerUrl).toBe(DATABASE_OWNER_URL);
  expect(() => settings('postgresql://localhost/desk')).toThrow('name the user that serves');
});

it.each([
  ['PORT', 'http', 'PORT is "http"; it must be a number from 1 to 65535.'],
  ['PORT', '70000', 'PORT is "70000"; it must be a number from 1 to 65535.'],
  ['WEB_PROCESSES', 'many', 'WEB_PROCESSES is "many"; it must be a number from 1 to 64.'],
  ['WEB_PROCESSES', '0', 'WEB_PROCESSES is "0"; it must be a number from 1 to 64.'],
  ['SEED', 'some', 'SEED is "some"; it can be "demo" or "none".'],
  ['DATABASE_URL', 'mysql://localhost/desk', 'DATABASE_URL must begin with postgresql://.'],
  ['DATABASE_URL', 'localhost', 'DATABASE_URL is not an address: it must look like scheme://host:port/name.'],
  [
    'DATABASE_OWNER_URL',
    'localhost',
    'DATABASE_OWNER_URL is not an address: it must look like scheme://host:port/name.',
  ],
  [
    'DATABASE_OWNER_URL',
    'postgresql://owner@localhost/desk',
    'DATABASE_URL must be too, and name the user that serves.',
  ],
  ['APP_URL', 'ftp://desk.example.com', 'APP_URL must begin with https:// or http://.'],
  ['TRUST_PROXY', 'yes', 'TRUST_PROXY is "yes"; it can be "1" or "0".'],
  ['SMTP_URL', 'http://mail.example.com', 'SMTP_URL must begin with smtp:// or smtps://.'],
  ['MAIL_LISTEN', '25', 'MAIL_LISTEN is "25"; it must be a host and a port, such as 0.0.0.0:25.'],
  ['IMAP_URL', 'https://mail.example.com', 'IMAP_URL must begin with imaps:// or imap://.'],
  ['SMTP_URL', 'mail.example.com', 'SMTP_URL is not an address: it must look like scheme://host:port/name.'],
  ['METRICS_TOKEN', 'short', 'METRICS_TOKEN must have at least 16 characters.'],
  ['CURRENCY', 'Euro', 'CURRENCY is "Euro"; it must be a code of a currency, such as EUR.'],
  ['ADMIN_EMAIL', 'admin@example.com', 'ADMIN_EMAIL and ADMIN_PASSWORD must be set together.'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => settingsOf({ [name]: value })).toThrow(message);
});

it.each([
  { cores: 1, gibibytes: 8, processes: 1 },
  { cores: 2, gibibytes: 8, processes: 2 },
  { cores: 64, gibibytes: 256, processes: 4 },
  { cores: 4, gibibytes: 2, processes: 4 },
  { cores: 4, gibibytes: 1.9, processes: 1 },
])('$cores cores and $gibibytes GiB of memory: $processes server processes', ({ cores, gibibytes, processes }) => {
  expect(defaultProcesses(cores, gibibytes * 2 ** 30)).toBe(processes);
});

it('the number of server processes is configurable', () => {
  expect(settingsOf({ WEB_PROCESSES: '3' }).processes).toBe(3);
});

it.each(['', '0', '1'])('TRUST_PROXY=%s is taken', (value) => {
  expect(() => settingsOf({ TRUST_PROXY: value })).not.toThrow();
});

it.each([
  [{ APP_URL: 'https://desk.example.com' }, [expect.stringMatching(/^APP_URL .* TRUST_PROXY is not set/)]],
  [{ APP_URL: 'https://desk.example.com', TRUST_PROXY: '1' }, []],
  [{ APP_URL: 'https://desk.example.com', TRUST_PROXY: '0' }, []],
  [{ APP_URL: 'http://desk.example.com' }, []],
  [{}, []],
])('ACC-10 · a start with %j warns as it should', (env, expected) => {
  expect(warnings({ NODE_ENV: 'test', ...env })).toEqual(expected);
});

it('ACC-6 · a database of one’s own needs a secret of one’s own; the embedded one makes its own', () => {
  const DATABASE_URL = 'postgresql://localhost/desk';
  expect(() => requireSecret(settingsOf({ DATABASE_URL }))).toThrow('DATABASE_URL is set but AUTH_SECRET is not');
  expect(() => requireSecret(settingsOf({ DATABASE_URL, AUTH_SECRET: RANDOM }))).not.toThrow();
  expect(() => requireSecret(settingsOf({}))).not.toThrow();
});

it.each([
  ['long and random', 'AUTH_SECRET has 15 characters: give it at least 32'],
  [RANDOM.slice(0, 31), 'AUTH_SECRET has 31 characters'],
  ['only for tests, where nothing is secret', 'others know'],
  ['changeme-changeme-changeme-changeme', 'others know'],
  ['your-secret-of-at-least-32-characters', 'others know'],
  ['casebridge-demo-casebridge-demo-casebridge', 'others know'],
  ['password'.repeat(4), 'others know'],
  ['x'.repeat(64), 'others know'],
  ['0123456789'.repeat(4), 'others know'],
  ['12345678'.repeat(4), 'others know'],
  ['deadbeef'.repeat(4), 'others know'],
  ['0123456789abcdef'.repeat(2), 'others know'],
  ['nextauthsecret'.repeat(3), 'others know'],
  [`${'0'.repeat(31)}1`, 'others know'],
  [`${' '.repeat(31)}x`, 'others know'],
  ['abbabaabbaababbabaababbaabbabaab', 'others know'],
  ['abcdefghijklmnopqrstuvwxyz012345', 'others know'],
  ['ZYXWVUTSRQPONMLKJIHGFEDCBA987654', 'others know'],
  ['thisisaverylongsecretthatnobodyknows', 'others know'],
  ['$(openssl rand -base64 32 | tr -d x)', 'others know'],
  ['set it to a long random text, the same on every server', 'others know'],
  ['signs the cookies, 32 random characters or more', 'others know'],
  ['the quick brown fox jumps over the lazy dog', 'others know'],
  ['our-company-desk-production-key-one', 'others know'],
])('ACC-11 · AUTH_SECRET=%s stops the start with any database', (AUTH_SECRET, message) => {
  expect(() => requireSecret(settingsOf({ AUTH_SECRET }))).toThrow(message);
  expect(() => requireSecret(settingsOf({ AUTH_SECRET, DATABASE_URL: 'postgresql://localhost/desk' }))).toThrow(
    message,
  );
});

/** Secrets as password generators create them. */
const letters = (bytes: Buffer) =>
  Array.from(bytes, (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'[byte % 62]).join('');

it('ACC-11 · any output of `openssl rand` is accepted', () => {
  for (let n = 0; n < 150; n++) {
    const bytes = createHash('sha256').update(`random ${n}`).digest();
    const made = [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), letters(bytes)];
    for (const AUTH_SECRET of [...made, bytes.subarray(0, 16).toString('hex')])
      expect(() => requireSecret(settingsOf({ AUTH_SECRET })), AUTH_SECRET).not.toThrow();
  }
});

it('a file .env fills what the environment leaves open, and only that', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'casebridge-env-'));
  const file = path.join(folder, '.env');
  writeFileSync(file, '# ours\nexport PORT=3210\nHOST = "0.0.0.0"\nSEED=none # no demo\nAPP_URL=\n');
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', PORT: '4000', SEED: '' };
  loadDotEnv(file, env);
  expect(env).toEqual({ NODE_ENV: 'test', PORT: '4000', HOST: '0.0.0.0', SEED: '', APP_URL: '' });
  loadDotEnv(path.join(folder, 'missing'), env);
  expect(env.HOST).toBe('0.0.0.0');
  rmSync(folder, { recursive: true });
});
