import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { defaultProcesses, loadDotEnv, readSettings, requireSecret } from './settings.ts';

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

it('a database of one’s own is not filled with demo data unless it is asked for', () => {
  const DATABASE_URL = 'postgresql://localhost/desk';
  expect(settingsOf({ DATABASE_URL }).seed).toBe('none');
  expect(settingsOf({ DATABASE_URL, SEED: 'demo' }).seed).toBe('demo');
});

it.each([
  ['PORT', 'http', 'PORT is "http"; it must be a number from 1 to 65535.'],
  ['PORT', '70000', 'PORT is "70000"; it must be a number from 1 to 65535.'],
  ['WEB_PROCESSES', 'many', 'WEB_PROCESSES is "many"; it must be a number from 1 to 64.'],
  ['WEB_PROCESSES', '0', 'WEB_PROCESSES is "0"; it must be a number from 1 to 64.'],
  ['SEED', 'some', 'SEED is "some"; it can be "demo" or "none".'],
  ['DATABASE_URL', 'mysql://localhost/desk', 'DATABASE_URL must begin with postgresql://.'],
  ['DATABASE_URL', 'localhost', 'DATABASE_URL is not an address: it must look like scheme://host:port/name.'],
  ['APP_URL', 'ftp://desk.example.com', 'APP_URL must begin with https:// or http://.'],
  ['TRUST_PROXY', 'yes', 'TRUST_PROXY is "yes"; it can be "1" or "0".'],
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

it('so many server processes as are asked for', () => {
  expect(settingsOf({ WEB_PROCESSES: '3' }).processes).toBe(3);
});

it.each(['', '0', '1'])('TRUST_PROXY=%s is taken', (value) => {
  expect(() => settingsOf({ TRUST_PROXY: value })).not.toThrow();
});

it('ACC-6 · a database of one’s own needs a secret of one’s own; the embedded one makes its own', () => {
  const DATABASE_URL = 'postgresql://localhost/desk';
  expect(() => requireSecret(settingsOf({ DATABASE_URL }))).toThrow('DATABASE_URL is set but AUTH_SECRET is not');
  expect(() => requireSecret(settingsOf({ DATABASE_URL, AUTH_SECRET: 'long and random' }))).not.toThrow();
  expect(() => requireSecret(settingsOf({}))).not.toThrow();
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
