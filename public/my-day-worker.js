// WO-18 · Opens a technician's day without a network. It hands out the page and the files that the page itself has kept, and
// keeps nothing.
const DAY = '/workspace/my-day';
const PAGE = 'my-day-page';
const FILES = 'my-day-files';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && pathname === DAY) event.respondWith(page(event.request));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(file(event.request));
});

async function page(request) {
  try {
    const answer = await fetch(request);
    // The session has ended: what was kept for it is no longer shown.
    if (answer.type === 'opaqueredirect') await caches.delete(PAGE);
    return answer;
  } catch (error) {
    const kept = await caches.match(DAY, { cacheName: PAGE, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const kept = await caches.match(request, { cacheName: FILES, ignoreVary: true });
  return kept ?? fetch(request);
}
