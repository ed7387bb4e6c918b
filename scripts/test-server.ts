import path from 'node:path';
import pg from 'pg';
import { waitForLock } from './lock-file.ts';
import { OTHER_CLIENTS, type Server, startPostgres, UNSAFE_BUT_QUICK } from './postgres.ts';
import { secretsOf } from './secrets.ts';

const FOLDER = path.resolve('.data-test');
const SETTINGS = [...UNSAFE_BUT_QUICK, 'max_connections=200'];

export interface TestServer {
  server: Server;
  /** May create databases. The server runs while this is connected. */
  admin: pg.Client;
  /** Disconnects, and stops the server if it has no other clients. */
  close: () => Promise<void>;
}

/** The server of tests and tools; while `first` runs, no other process starts or stops the server. */
export async function openTestServer(
  first: (server: Server, admin: pg.Client) => Promise<void> = async () => {},
): Promise<TestServer> {
  secretsOf(FOLDER);
  const turn = () => waitForLock(path.join(FOLDER, 'lock'), 'npm test');
  const release = await turn();
  try {
    const server = await startPostgres(FOLDER, { settings: SETTINGS });
    const admin = new pg.Client({ connectionString: server.url('postgres') });
    await admin.connect();
    await first(server, admin).catch(async (error) => {
      await admin.end();
      throw error;
    });
    return { server, admin, close: async () => closeInTurn(server, admin, await turn()) };
  } finally {
    release();
  }
}

async function closeInTurn(server: Server, admin: pg.Client, release: () => void): Promise<void> {
  const { rowCount: others } = await admin.query(OTHER_CLIENTS);
  await admin.end();
  if (others === 0) server.stop();
  release();
}
