import { aCaseWithManyEntries, leave } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.afterAll(leave);

/** The size of a page's HTML as the server renders it, in kB. */
async function kilobytes(html: Promise<{ text: () => Promise<string> }>): Promise<number> {
  return Buffer.byteLength(await (await html).text()) / 1000;
}

test('pages · the HTML of a list of fifty cases is at most 150 kB', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  const html = page.request.get('/workspace/cases?sort=number');
  // Some cases are rendered, and all are in the page's data.
  expect(new Set((await (await html).text()).match(/CS\d+/g)).size).toBeGreaterThanOrEqual(50);
  expect(await kilobytes(html)).toBeLessThanOrEqual(150);
});

test('pages · the HTML of a case with a full timeline is at most 110 kB', async ({ as }) => {
  const number = await aCaseWithManyEntries();
  const page = await as('agent@casebridge.test');
  const html = page.request.get(`/workspace/cases/${number}`);
  expect(await (await html).text()).toContain('Entry 59');
  expect(await kilobytes(html)).toBeLessThanOrEqual(110);
});

test('pages · icons come from one cached file, in the colour of their text', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  await page.goto('/workspace');
  const icon = page.getByRole('link', { name: 'Home', exact: true }).locator('svg');
  const address = (await icon.locator('use').getAttribute('href')) ?? '';
  const sprite = await page.request.get(address);
  expect(sprite.headers()['cache-control']).toContain('immutable');
  expect(await sprite.text()).toContain(`<symbol id="${address.split('#')[1]}"`);
  // The rendered icon has a size only if the browser found the symbol and its policy allowed it.
  const drawn = await icon.evaluate((svg: SVGSVGElement) => svg.getBBox().width);
  expect(drawn).toBeGreaterThan(0);
});

/** Pages that were prefetched. */
const pagesAsked = (urls: readonly string[]) =>
  urls.map((url) => new URL(url)).flatMap((url) => (url.searchParams.has('_rsc') ? [url.pathname] : []));

test('pages · a list prefetches only the record under the pointer or focus', async ({ as }) => {
  const page = await as('agent@casebridge.test');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/workspace/cases');
  const link = page.getByRole('link', { name: /^CS\d+$/ }).first();
  const number = (await link.textContent()) ?? '';
  await expect(async () => {
    await page.getByRole('searchbox', { name: 'Search' }).hover();
    await link.hover();
    expect(pagesAsked(requests)).not.toEqual([]);
  }).toPass();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await expect(page.getByText('50 selected')).toBeVisible();
  expect(new Set(pagesAsked(requests))).toEqual(new Set([`/workspace/cases/${number}`]));
});

test('Q-5 · the first load of a case takes at most 22 requests and 200 kB of script', async ({ as }) => {
  const number = await aCaseWithManyEntries();
  const page = await as('agent@casebridge.test');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const requestsById = new Map<string, { url: string; bytes: number }>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) =>
    requestsById.set(requestId, { url: request.url, bytes: 0 }),
  );
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requestsById.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  // Loaded again if a change elsewhere refreshed the page: those requests are not part of the first load.
  await expect(async () => {
    requestsById.clear();
    await page.goto(`/workspace/cases/${number}`);
    // Once the last panel is visible, the page has sent all its own requests.
    await expect(page.getByRole('region', { name: 'Watchers' })).toBeVisible();
    await page.waitForTimeout(3_000);
    const requests = [...requestsById.values()];
    expect(requests.length, requests.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(22);
    const scripts = requests.filter(({ url }) => /\/_next\/static\/.*\.js$/.test(url));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(200_000);
  }).toPass();
});
