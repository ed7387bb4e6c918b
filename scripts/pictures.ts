// `npm run pictures`: takes the documents' pictures from a fresh demonstration, so that they show the current product.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { generateIfStale } from './generate.ts';
import { dropLeash } from './quit.ts';
import { startWithNpm } from './test-start.ts';
import { exitWithError, UserError } from './user-error.mjs';

const FOLDER = 'docs/pictures';
const PASSWORD = 'casebridge-demo';
/** In bytes: readers of a page load all of its pictures. */
const LARGEST = 150_000;

interface Picture {
  /** The email address of the user who is signed in. */
  as: string;
  /** Opens the page of the picture after sign-in. */
  open: (page: Page) => Promise<unknown>;
}

const pictures: Readonly<Record<string, Picture>> = {
  record: {
    as: 'agent@casebridge.test',
    open: (page) => openFound(page, '/workspace/cases?q=tunnel', 'Branch offices lose the tunnel'),
  },
  impact: {
    as: 'noc@casebridge.test',
    open: (page) =>
      openFound(page, '/workspace/incidents?q=tunnel', 'Branch offices lose the tunnel', 'customer-impact'),
  },
  'major-case': {
    as: 'manager@casebridge.test',
    open: (page) => openFound(page, '/workspace/major-cases', 'Payments time out', 'board'),
  },
  portal: { as: 'customer@boxeo.example', open: (page) => page.goto('/portal') },
  dashboard: { as: 'manager@casebridge.test', open: (page) => page.goto('/workspace/dashboard') },
};

/** Opens a list's first record with these words, and optionally one of its tabs. */
async function openFound(page: Page, list: string, words: string, tab?: string): Promise<void> {
  await page.goto(list);
  const row = page.locator('main :is(tr, li)').filter({ hasText: words }).first();
  const record = row
    .locator('a')
    .filter({ hasText: /^[A-Z]+\d+$/ })
    .first();
  const address = (await record.getAttribute('href')) ?? '/';
  await page.goto(tab ? `${address}?tab=${tab}` : address);
}

async function take(browser: Browser, baseURL: string, name: string, { as, open }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Email', { exact: true }).fill(as);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await open(page);
  // Waits until late parts of the first screen have replaced their placeholders: what lies below it loads when it is scrolled to.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main .animate-late')].every(
      (each) => !each.checkVisibility() || each.getBoundingClientRect().top > innerHeight,
    ),
  );
  await page.waitForTimeout(2_000);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 75 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > LARGEST)
    throw new UserError(`The picture ${name} has ${bytes.length} bytes, at most ${LARGEST} are allowed.`);
  writeFileSync(path.join(FOLDER, `${name}.webp`), bytes);
  console.log(`${FOLDER}/${name}.webp: ${Math.round(bytes.length / 1000)} kB`);
  await context.close();
}

async function takeAll(): Promise<void> {
  await generateIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'casebridge-pictures-'));
  mkdirSync(FOLDER, { recursive: true });
  try {
    const server = await startWithNpm({ SEED: 'demo', CASEBRIDGE_DATA: folder, SMTP_URL: '', WEB_PROCESSES: '1' });
    const browser = await chromium.launch(await launchOptions());
    try {
      for (const [name, picture] of Object.entries(pictures))
        await take(browser, server.url.replace('127.0.0.1', 'localhost'), name, picture);
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await takeAll().catch(exitWithError);
dropLeash();
