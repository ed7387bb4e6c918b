import { loadUnsentDialog } from './load-unsent-dialog.ts';

/** WO-18 · The page of the day as it is kept in this browser, for its one technician. */

const DAY = '/workspace/my-day';
const PAGE = 'my-day-page';
const FILES = 'my-day-files';
const OWNER = 'my-day-owner';

const FILE = /\/_next\/static\/[^"'\\\s)<>]+/g;

/** Browsers keep pages only where they came over TLS or from their own machine. */
const canKeep = () => 'caches' in window && 'serviceWorker' in navigator;

/** What the page showed that was kept last. */
let keptContent: string | null = null;

/** Keeps the page of today and the files that it needs, so that it opens without a network; anew where it shows something else. */
export async function keepDay(userId: string, content: string): Promise<void> {
  if (!canKeep() || content === keptContent) return;
  localStorage.setItem(OWNER, userId);
  await navigator.serviceWorker.register('/my-day-worker.js', { scope: DAY });
  // Its files are among those that are kept: it is needed before the network is back.
  await loadUnsentDialog();
  const page = await fetch(DAY, { cache: 'no-store' });
  if (!page.ok || page.redirected) return;
  const text = await page.clone().text();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const files = new Set([
    ...(text.match(FILE) ?? []),
    ...loaded.filter(({ origin }) => origin === location.origin).flatMap(({ pathname }) => pathname.match(FILE) ?? []),
  ]);
  const [pages, kept] = await Promise.all([caches.open(PAGE), caches.open(FILES)]);
  for (const file of files) if (!(await kept.match(file))) await kept.add(file).catch(() => undefined);
  await pages.put(DAY, page);
  keptContent = content;
  for (const { url } of await kept.keys()) if (!files.has(new URL(url).pathname)) await kept.delete(url);
}

/** Forgets the page, unless it is that of this person. */
export async function forgetDayOfOthers(personId: string | null): Promise<void> {
  const owner = localStorage.getItem(OWNER);
  if (owner === null || owner === personId || !canKeep()) return;
  localStorage.removeItem(OWNER);
  keptContent = null;
  await Promise.all([caches.delete(PAGE), caches.delete(FILES)]);
  const worker = await navigator.serviceWorker.getRegistration(DAY);
  await worker?.unregister();
}
