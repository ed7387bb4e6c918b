import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { UserError } from './user-error.mjs';

/** How to run a program that refuses to run as root. */
export interface Launcher {
  command(program: string, args: string[]): [string, string[]];
  options: SpawnSyncOptions;
  /** Gives a file to the user that runs the program. */
  own(file: string): void;
}

const plain: Launcher = { command: (program, args) => [program, args], options: {}, own: () => {} };

/**
 * PostgreSQL refuses to run as root. In a user namespace it sees another user while the files stay root's. Where namespaces
 * are not available, it runs as an unprivileged account that keeps only the right to reach folders below root's home.
 */
export function unprivilegedLauncher(): Launcher {
  if (process.getuid?.() !== 0) return plain;
  const namespace = ['--user', '--map-user=1000', '--map-group=1000'];
  if (works('unshare', [...namespace, 'true']))
    return { ...plain, command: (program, args) => ['unshare', [...namespace, program, ...args]] };
  for (const account of ['postgres', 'nobody']) {
    const uid = idOf(account, '-u');
    const gid = idOf(account, '-g');
    if (uid > 0) return asAccount(uid, gid);
  }
  throw new UserError('PostgreSQL does not run as root here: start as another user, or set DATABASE_URL.');
}

function asAccount(uid: number, gid: number): Launcher {
  const own = (file: string) => chownSync(file, uid, gid);
  const reach = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  if (works('setpriv', [...reach, 'true']))
    return { command: (program, args) => ['setpriv', [...reach, program, ...args]], options: {}, own };
  return { ...plain, options: { uid, gid }, own };
}

const works = (program: string, args: string[]) => spawnSync(program, args).status === 0;

const idOf = (account: string, flag: string) =>
  Number(spawnSync('id', [flag, account], { encoding: 'utf8' }).stdout || Number.NaN);
