import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../scripts/browser.ts';
import { freshDatabase } from './database.ts';
import { writeCases, writeNotes } from './populate.ts';
import type { Figure } from './report.ts';
import { type Bench, serve } from './server.ts';
import { median, quantile, rounded } from './statistics.ts';
import { aTalkativeCase } from './talkative-case.ts';

const CASES = 1_000;
const OPENED = 40;
const LOADS = 7;
const SIZE = { width: 1400, height: 900 };
/** How long the pointer rests on a link before the click, in milliseconds. */
const REST = 200;
/** Pause between two records, like a user who reads a line of the list, in milliseconds. */
const PAUSE = 300;
/** A small laptop on a slow connection, for LCP. Throughput in bytes per second, latency in milliseconds. */
const SLOW_LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const SLOW_CPU = { rate: 4 };
/** How long after loading no larger element is painted any more, in milliseconds. */
const SETTLED = 3_000;

/** Waiting times in a browser: opening a record from a list, and the first paint of a page on a slow machine. */
export async function browser(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_browser');
  const { number, ava } = await aTalkativeCase();
  await writeCases(CASES);
  await writeNotes();
  await using server = await serve(databaseUrl);
  const chrome = await chromium.launch(await launchOptions());
  try {
    const signedIn = async () => {
      const context = await chrome.newContext({ viewport: SIZE });
      await signIn(context, server, ava.id);
      return context;
    };
    return [
      ...(await fromList(await signedIn(), server)),
      await firstSight(signedIn, `${server.url}/workspace/cases/${number}`, 'case page'),
      await firstSight(signedIn, `${server.url}/workspace/cases`, 'case list'),
    ];
  } finally {
    await chrome.close();
  }
}

async function signIn(context: BrowserContext, server: Bench, userId: string): Promise<void> {
  const [name = '', value = ''] = (await server.signIn(userId)).split('=');
  await context.addCookies([{ name, value, url: server.url }]);
}

/** Milliseconds from the click on a row until the record's number, state and first message are painted. */
async function fromList(context: BrowserContext, server: Bench): Promise<Figure[]> {
  const page = await context.newPage();
  await page.goto(`${server.url}/workspace/cases?active=yes`);
  const took: number[] = [];
  for (let at = 0; at < OPENED; at++) {
    const link = page
      .getByRole('table')
      .getByRole('link', { name: /^CS\d+$/ })
      .nth(at);
    const number = (await link.textContent()) ?? '';
    await page.waitForTimeout(PAUSE);
    await link.hover();
    await page.waitForTimeout(REST);
    const shown = page.evaluate(untilShown, number);
    await link.click();
    // The first ones include compiling code that later ones reuse.
    if (at >= 5) took.push(await shown);
    else await shown;
    await page.goBack();
    await page.getByRole('table').waitFor();
  }
  await context.close();
  const figure = (name: string, share: number, asked: number): Figure => {
    const milliseconds = quantile(took, share);
    return {
      id: `Browser list to record ${name}`,
      what: `a case shows after the click on its row, ${name} of ${took.length}`,
      measured: `${rounded(milliseconds)} ms`,
      asked: `at most ${asked} ms`,
      met: milliseconds <= asked,
      values: { milliseconds },
    };
  };
  return [figure('median', 0.5, 100), figure('p95', 0.95, 200)];
}

/** Runs in the browser: waits for a click, then for the record and the frame that paints it. */
function untilShown(number: string): Promise<number> {
  return new Promise((resolve) => {
    const isShown = () =>
      document.querySelector('main h1')?.textContent?.startsWith(number) === true &&
      document.querySelector('main .record-status') !== null &&
      document.querySelector('main article') !== null;
    const look = (clicked: number) => {
      if (isShown()) requestAnimationFrame(() => resolve(performance.now() - clicked));
      else requestAnimationFrame(() => look(clicked));
    };
    document.addEventListener('click', () => look(performance.now()), { once: true, capture: true });
  });
}

/** LCP of a page with an empty browser cache, on a slow machine with a slow connection. */
async function firstSight(signedIn: () => Promise<BrowserContext>, address: string, what: string): Promise<Figure> {
  const took: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await signedIn();
    const page = await context.newPage();
    await slowDown(page);
    await page.goto(address);
    await page.waitForTimeout(SETTLED);
    took.push(await page.evaluate(largestPaint));
    await context.close();
  }
  const milliseconds = median(took);
  return {
    id: `Browser LCP ${what}`,
    what: `LCP of the ${what}, nothing cached, 4 x CPU, 1.6 Mbit/s, 150 ms`,
    measured: `${rounded(milliseconds)} ms`,
    asked: 'at most 1,800 ms',
    met: milliseconds <= 1_800,
    values: { milliseconds },
  };
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', SLOW_CPU);
}

/** Runs in the browser. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}
