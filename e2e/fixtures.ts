import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { freePort } from '../scripts/port.ts';
import { runningPostgres } from '../scripts/postgres.ts';
import { secretsOf } from '../scripts/secrets.ts';
import { readSettings } from '../scripts/settings.ts';
import { startWeb } from '../scripts/web.ts';

export { expect };

const PASSWORD = 'casebridge-demo';

interface Journey {
  /** A browser page with a signed-in user of the demo data: `await as('agent@casebridge.test')`. */
  as: (email: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

export const test = base.extend<Journey>({
  as: async ({ browser, baseURL }, use, testInfo) => {
    const pages: Page[] = [];
    await use(async (email, options = {}) => {
      const address = options.baseURL ?? baseURL ?? '';
      const storageState = await signedInState(browser, address, email, testInfo.project.outputDir);
      const context = await browser.newContext({ ...options, baseURL: address, storageState });
      const page = await context.newPage();
      if (options.javaScriptEnabled !== false) openAwake(page);
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

/** Lets `goto` wait until the page is hydrated: before, it hears no key and takes back a choice. */
function openAwake(page: Page): void {
  const open = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await open(url, options);
    await page.waitForFunction(isHydrated);
    // What a page listens to is added after it was drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return response;
  };
}

/** Runs in the browser. Whether React knows every control; a page without scripts waits for nothing. */
function isHydrated(): boolean {
  if (!document.querySelector('script[src*="/_next/"]')) return true;
  const controls = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')];
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps$')));
}

/** A second server on the same database. */
export async function startSecondServer(): Promise<{ baseURL: string; stop(): Promise<void> }> {
  const folder = process.env.E2E_DATA;
  const database = folder ? await runningPostgres(folder) : null;
  if (!folder || !database) throw new Error('The first server does not run.');
  const place = { PORT: String(await freePort()), APP_URL: '', WEB_PROCESSES: '1' };
  const settings = readSettings({ ...process.env, ...place });
  const environment = {
    DATABASE_URL: database.applicationUrl('casebridge'),
    AUTH_SECRET: secretsOf(folder).AUTH_SECRET,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
  };
  const web = await startWeb(settings, environment, new AbortController().signal);
  return { baseURL: settings.appUrl, stop: web.stop };
}

/** Signs in through the sign-in page. */
export async function signIn(page: Page, email: string, { password = PASSWORD, from = '' } = {}): Promise<void> {
  await page.goto(from ? `/login?from=${encodeURIComponent(from)}` : '/login');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** A user signs in once per run; the cookie belongs to the host, so it works on every port. */
async function signedInState(browser: Browser, baseURL: string, email: string, folder: string): Promise<string> {
  const file = path.join(folder, 'signed-in', `${process.env.E2E_PORT}-${email}.json`);
  if (existsSync(file)) return file;
  const context = await browser.newContext({ baseURL });
  await signIn(await context.newPage(), email);
  // Renamed when complete, so that another worker never reads a partial file.
  const unfinished = `${file}.${process.pid}`;
  await context.storageState({ path: unfinished });
  renameSync(unfinished, file);
  await context.close();
  return file;
}
