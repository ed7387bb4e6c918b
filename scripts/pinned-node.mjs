// Runs on any Node from 20.9 on: installs the packages if they differ from the lockfile, and continues on the packaged Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitWithError, UserError } from './user-error.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const signals = /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']);

/**
 * Runs a TypeScript file of the project on the pinned Node and ends with its exit code.
 * The IPC channel is the parentChannel: if this process is killed, the child sees it close and stops too.
 * @param {string} script
 * @param {string[]} args
 */
export function continueOnPinnedNode(script, args) {
  const problem = whyNotHere(process.platform, process.versions.node);
  if (problem) throw new UserError(problem);
  installPackages();
  const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}` },
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  // The packaged Node may need another C library than the system has, for example on Alpine.
  child.on('error', (error) => {
    exitWithError(new UserError(`The packaged Node does not run on this system (${error.message}).`));
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

/**
 * Why this machine cannot run the project, as a sentence; null: no reason is known before the packages are installed.
 * @param {string} platform
 * @param {string} version
 */
export function whyNotHere(platform, version) {
  if (platform === 'win32') return 'Casebridge runs on Linux: on Windows use its Linux (WSL 2).';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) return `Node 20.9 or later is needed: this is ${version}.`;
  return null;
}

/** Every command runs in the project's folder, wherever it was called from. */
export function enterProject() {
  process.chdir(root);
}

function installPackages() {
  if (packagesAreTheLockfiles()) return;
  console.log('Installing the packages ...');
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['ci', ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error)
    throw new UserError(`npm installs the packages, and does not start (${error.message}): install it with Node.`);
  if (status !== 0) throw new UserError('The packages could not be installed: see the lines above.');
}

function packagesAreTheLockfiles() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([key, entry]) => {
    if (key === '') return true;
    const found = installed[key];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

function pinnedNode() {
  const pinned = path.join(root, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  throw new UserError(
    `No Node is packaged for ${process.platform}-${process.arch}: install Node 24.7 or later (this is ${process.version}).`,
  );
}
