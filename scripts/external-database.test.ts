import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './port.ts';
import { startPostgres } from './postgres.ts';

// A server that is not the packaged one: an address that is given, or a PostgreSQL that the system has installed.
const given = process.env.TEST_EXTERNAL_DATABASE_URL;
const installed = globSync('/usr/lib/postgresql/{14,15,16,17,18}/bin')[0];

const RANDOM_SECRET = randomBytes(32).toString('base64url');

let folder: string;

describe.skipIf(!given && !installed)('a PostgreSQL that is not the embedded one', () => {
  let database: { url: string; stop(): void };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'casebridge-external-'));
    database = given ? { url: given, stop: () => {} } : await installedServer();
  });
  afterAll(() => {
    database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('Q-12 · two servers that start at once make an empty database ready together, serve it, and stop cleanly', async () => {
    const servers = await Promise.all([serve(database.url), serve(database.url)]);
    const ready = await Promise.all(
      servers.map(({ url }) => fetch(`${url}/api/ready`).then((answer) => answer.json())),
    );
    expect(ready).toEqual([{ status: 'ready' }, { status: 'ready' }]);

    const exits = await Promise.all(servers.map((server) => server.stop()));
    expect(exits).toEqual([0, 0]);
    expect(await connectionsOf(database.url)).toBe(0);
  });
});

async function installedServer() {
  const server = await startPostgres(folder, { programs: installed ?? '' });
  return { url: server.url('desk'), stop: server.stop };
}

/** A server as people start it, once it says that it runs. */
async function serve(databaseUrl: string) {
  const port = await freePort();
  const database = { DATABASE_URL: databaseUrl, AUTH_SECRET: RANDOM_SECRET, SEED: 'none' };
  const place = { PORT: String(port), HOST: '', APP_URL: '', CASEBRIDGE_DATA: folder };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', ...database, ...place },
  });
  await says(child, 'Casebridge runs at');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await once(child, 'close');
      return code;
    },
  };
}

function says(child: ChildProcess, sentence: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        told += part;
        if (told.includes(sentence)) resolve();
      });
    child.on('close', () => reject(new Error(`It ended before it said "${sentence}":\n${told}`)));
  });
}

async function connectionsOf(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rowCount } = await client.query(
    'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  return rowCount ?? 0;
}
