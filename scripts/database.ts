import path from 'node:path';
import pg from 'pg';
import { ensureApplicationDatabase } from './application-role.ts';
import { acquireLock } from './lock-file.ts';
import { OTHER_CLIENTS, runningPostgres, type Server, startPostgres } from './postgres.ts';
import { applicationPasswordOf, ownerPasswordOf, secretsOf } from './secrets.ts';
import type { Settings } from './settings.ts';
import { UserError } from './user-error.mjs';

/** A running database; leaving its scope stops the server if this process started it. */
export interface OpenDatabase extends AsyncDisposable {
  /** As the serving role. */
  url: string;
  /** As the role that owns and migrates the database: the same address, unless there are two roles. */
  ownerUrl: string;
  embedded: boolean;
  authSecret: string;
}

const NAME = 'casebridge';
const OLDEST = 140_000;

/** The database of a server: the embedded one with exclusive use of its folder, or the one of DATABASE_URL. */
export async function openDatabase(settings: Settings, purpose: string): Promise<OpenDatabase> {
  if (settings.databaseUrl) return external(settings, settings.databaseUrl);
  return embedded(settings, takeFolder(settings.dataFolder, purpose));
}

/** The database of a tool: like `openDatabase`, but an embedded server that runs already is shared and left running. */
export async function shareDatabase(settings: Settings, purpose: string): Promise<OpenDatabase> {
  if (settings.databaseUrl) return external(settings, settings.databaseUrl);
  const running = await runningPostgres(settings.dataFolder);
  if (running) {
    await ensureDatabase(settings, running);
    return { ...whereabouts(settings, running), [Symbol.asyncDispose]: async () => {} };
  }
  return embedded(settings, takeFolder(settings.dataFolder, purpose));
}

function takeFolder(folder: string, purpose: string): () => void {
  secretsOf(folder);
  const lock = acquireLock(path.join(folder, 'lock'), purpose);
  if (lock.taken) return lock.release;
  throw new UserError(`The data folder ${folder} is in use by process ${lock.holder.pid} (${lock.holder.purpose}).`);
}

async function embedded(settings: Settings, release: () => void): Promise<OpenDatabase> {
  try {
    const server = await startPostgres(settings.dataFolder);
    await ensureDatabase(settings, server);
    return {
      ...whereabouts(settings, server),
      async [Symbol.asyncDispose]() {
        if (!(await isUsedByOthers(server.url('postgres')))) server.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function ensureDatabase({ dataFolder }: Settings, server: Server): Promise<void> {
  const passwords = { password: applicationPasswordOf(dataFolder), ownerPassword: ownerPasswordOf(dataFolder) };
  return ensureApplicationDatabase(server.url, { name: NAME, ...passwords });
}

function whereabouts({ dataFolder, authSecret }: Settings, server: Server) {
  return {
    url: server.applicationUrl(NAME),
    ownerUrl: server.ownerUrl(NAME),
    embedded: true,
    authSecret: authSecret ?? secretsOf(dataFolder).AUTH_SECRET,
  };
}

/** A tool may still use a database that this process started: then the server must keep running. */
async function isUsedByOthers(url: string): Promise<boolean> {
  const { rowCount } = await query(url, OTHER_CLIENTS);
  return rowCount !== 0;
}

async function external({ databaseOwnerUrl, authSecret }: Settings, url: string): Promise<OpenDatabase> {
  const ownerUrl = databaseOwnerUrl ?? url;
  await createIfMissing(ownerUrl);
  return { url, ownerUrl, embedded: false, authSecret: authSecret ?? '', [Symbol.asyncDispose]: async () => {} };
}

/** Empties the database, as its owner: only for one that holds nothing but unfinished demo data. */
export async function recreateDatabase(url: string): Promise<void> {
  const name = pg.escapeIdentifier(databaseOf(url));
  await query(besides(url), `drop database if exists ${name} with (force)`);
  await query(besides(url), `create database ${name}`);
}

async function createIfMissing(url: string): Promise<void> {
  const version = await query(url, 'show server_version_num').catch(async (error) => {
    if (codeOf(error) !== '3D000') throw explained(error, url);
    await create(url);
    return query(url, 'show server_version_num');
  });
  requireVersion(Number(version.rows[0]?.server_version_num), url);
}

async function create(url: string): Promise<void> {
  try {
    await query(besides(url), `create database ${pg.escapeIdentifier(databaseOf(url))}`);
  } catch (error) {
    // Another server that is starting may have created it.
    if (codeOf(error) === '42P04' || codeOf(error) === '23505') return;
    throw new UserError(`The database "${databaseOf(url)}" does not exist and cannot be created: ${messageOf(error)}.`);
  }
}

/** Requires a supported version. `server_version_num` 140012 means 14.12. */
function requireVersion(version: number, url: string): void {
  if (version >= OLDEST) return;
  const name = `${Math.floor(version / 10_000)}.${version % 10_000}`;
  throw new UserError(`PostgreSQL 14 or later is needed; the server of DATABASE_URL (${placeOf(url)}) is ${name}.`);
}

async function query(connectionString: string, text: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.query(text);
  } finally {
    await client.end().catch(() => {});
  }
}

function explained(error: unknown, url: string): unknown {
  const code = codeOf(error);
  if (code === '28P01' || code === '28000')
    return new UserError(`The database server at ${placeOf(url)} refuses the user or password of DATABASE_URL.`);
  return new UserError(
    `The database of DATABASE_URL does not answer at ${placeOf(url)} (${code ?? messageOf(error)}).`,
  );
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const placeOf = (url: string) => `${new URL(url).hostname || 'localhost'}:${new URL(url).port || 5432}`;

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

function besides(url: string): string {
  const other = new URL(url);
  other.pathname = '/postgres';
  return other.href;
}
