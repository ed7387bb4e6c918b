import { loadUnsentDialog } from './load-unsent-dialog.ts';

/** WO-18 · The page of the day, cached in this browser for one technician. */

const DAY = '/workspace/my-day';
const PAGE = 'my-day-page';
const FILES = 'my-day-files';
const OWNER = 'my-day-owner';

const FILE = /\/_next\/static\/[^"'\\\s)<>]+/g;

/** The Cache API needs a secure context. */
const canCache = () => 'caches' in window && 'serviceWorker' in navigator;

/** The content of the page when it was last cached. */
let cachedContent: string | null = null;

/** Caches the page of today and its files, so that it opens offline; caches again when its content changes. */
export async function cacheDay(userId: string, content: string): Promise<void> {
  if (!canCache() || content === cachedContent) return;
  localStorage.setItem(OWNER, userId);
  await navigator.serviceWorker.register('/my-day-worker.js', { scope: DAY });
  // Loads the dialog's code so that it is cached too: it is needed offline.
  await loadUnsentDialog();
  const page = await fetch(DAY, { cache: 'no-store' });
  if (!page.ok || page.redirected) return;
  const text = await page.clone().text();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const files = new Set([
    ...(text.match(FILE) ?? []),
    ...loaded.filter(({ origin }) => origin === location.origin).flatMap(({ pathname }) => pathname.match(FILE) ?? []),
  ]);
  const [pages, fileCache] = await Promise.all([caches.open(PAGE), caches.open(FILES)]);
  for (const file of files) if (!(await fileCache.match(file))) await fileCache.add(file).catch(() => undefined);
  await pages.put(DAY, page);
  cachedContent = content;
  for (const { url } of await fileCache.keys()) if (!files.has(new URL(url).pathname)) await fileCache.delete(url);
}

/** Deletes the cached page, unless it belongs to this user. */
export async function clearDayOfOthers(personId: string | null): Promise<void> {
  const owner = localStorage.getItem(OWNER);
  if (owner === null || owner === personId || !canCache()) return;
  localStorage.removeItem(OWNER);
  cachedContent = null;
  await Promise.all([caches.delete(PAGE), caches.delete(FILES)]);
  const worker = await navigator.serviceWorker.getRegistration(DAY);
  await worker?.unregister();
}
