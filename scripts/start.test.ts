import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireLock } from './lock-file.ts';
import { freePort } from './port.ts';

const RANDOM_SECRET = randomBytes(32).toString('base64url');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-start-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The output and exit code of a failing start. Variables set to empty are not read from `.env` either. */
async function start(env: Record<string, string>) {
  const nothing = {
    DATABASE_URL: '',
    AUTH_SECRET: '',
    SEED: '',
    HOST: '',
    APP_URL: '',
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD: '',
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...nothing, PORT: String(await freePort()), CASEBRIDGE_DATA: folder, ...env },
  });
  let told = '';
  child.stderr.on('data', (part) => {
    told += part;
  });
  const [code] = await once(child, 'close');
  return { code, told };
}

const line = (text: string) => ({ code: 1, told: `casebridge: ${text}\n` });

it('a port in use is reported before anything starts', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as net.AddressInfo;
  expect(await start({ PORT: String(port) })).toEqual(line(`Port ${port} is in use: choose another one with PORT.`));
  other.close();
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
});

it('a data folder that another process uses is left alone', async () => {
  acquireLock(path.join(folder, 'lock'), 'npm start');
  expect(await start({})).toEqual(line(`The data folder ${folder} is in use by process ${process.pid} (npm start).`));
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
});

it('ACC-6 · a database of one’s own without a secret is refused in one line', async () => {
  const { code, told } = await start({ DATABASE_URL: 'postgresql://localhost/desk' });
  expect(code).toBe(1);
  expect(told).toMatch(/^casebridge: DATABASE_URL is set but AUTH_SECRET is not: .*\n$/);
});

it('ACC-11 · a secret that is too short is refused in one line', async () => {
  expect(await start({ AUTH_SECRET: 'long and random' })).toEqual(
    line('AUTH_SECRET has 15 characters: give it at least 32 random ones.'),
  );
  expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
});

it('an unknown SEED is refused in one line', async () => {
  expect(await start({ SEED: 'everything' })).toEqual(line('SEED is "everything"; it can be "demo" or "none".'));
});

it('a database that is down is reported in one line, without its password', async () => {
  const port = await freePort();
  const DATABASE_URL = `postgresql://desk:secret@127.0.0.1:${port}/desk`;
  expect(await start({ DATABASE_URL, AUTH_SECRET: RANDOM_SECRET })).toEqual(
    line(`The database of DATABASE_URL does not answer at 127.0.0.1:${port} (ECONNREFUSED).`),
  );
});

it('a database that is too old is reported in one line', async () => {
  const old = oldPostgres().listen(0, '127.0.0.1');
  await once(old, 'listening');
  const { port } = old.address() as net.AddressInfo;
  const DATABASE_URL = `postgresql://desk@127.0.0.1:${port}/desk`;
  expect(await start({ DATABASE_URL, AUTH_SECRET: RANDOM_SECRET })).toEqual(
    line(`PostgreSQL 14 or later is needed; the server of DATABASE_URL (127.0.0.1:${port}) is 13.9.`),
  );
  old.close();
});

/** The part of PostgreSQL's protocol that is needed to answer a version query with 13.9. */
function oldPostgres(): net.Server {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const version = Buffer.from('130009');
  const ready = message('Z', Buffer.from('I'));
  const columns = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('server_version_num\0'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), version]);
  const answer = [message('T', columns), message('D', row), message('C', Buffer.from('SHOW\0')), ready];
  return net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', (part) => {
        if (part.toString('latin1', 0, 1) === 'Q') socket.write(Buffer.concat(answer));
      });
    });
  });
}
