import { randomBytes } from 'node:crypto';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './postgres.ts';
import { startWithNpm } from './test-start.ts';

// A server other than the packaged one: at a given address, or a PostgreSQL installed on the system.
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
    const own = { DATABASE_URL: database.url, AUTH_SECRET: RANDOM_SECRET, CASEBRIDGE_DATA: folder };
    const servers = await Promise.all([startWithNpm(own), startWithNpm(own)]);
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

async function connectionsOf(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rowCount } = await client.query(
    'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  return rowCount ?? 0;
}
