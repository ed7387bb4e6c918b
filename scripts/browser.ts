import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import packaged, { inflate } from '@sparticuz/chromium';

interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Containers forbid the sandbox and have little shared memory. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** Playwright's launch options: for the browser that is found, or for Playwright's own. */
export async function launchOptions() {
  const browser = await findBrowser();
  if (!browser) return {};
  const { executablePath, args, env } = browser;
  // Set only where it differs: without `env` the browser inherits this environment anyway.
  if (Object.keys(env).length === 0) return { executablePath, args };
  return { executablePath, args, env: { ...process.env, ...env } };
}

/** Finds a Chromium: the configured one, an installed one, the packaged one, or Debian's package. */
async function findBrowser(): Promise<Browser | null> {
  const found = [process.env.PLAYWRIGHT_CHROMIUM_PATH, chromium.executablePath(), ...INSTALLED].find(exists);
  if (found) return { executablePath: found, args: ARGS, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser();
  return debianBrowser();
}

const exists = (file: string | undefined): file is string => file !== undefined && existsSync(file);

/** The packaged browser is built for a bare cloud function: the libraries that it needs come with it. */
async function packagedBrowser(): Promise<Browser> {
  const executablePath = await packaged.executablePath();
  const bin = path.resolve('node_modules/@sparticuz/chromium/bin');
  const libraries = path.join(await inflate(path.join(bin, 'al2023.tar.br')), 'lib');
  const env = {
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_PATH: path.join(os.tmpdir(), 'fonts'),
  };
  return { executablePath, args: ARGS, env };
}

function debianBrowser(): Browser | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  const executablePath = INSTALLED.find(exists);
  return executablePath ? { executablePath, args: ARGS, env: {} } : null;
}
