/** ACC-3 · Sign-in leads back only to a path of this site: anything else becomes the start page. */
export function ownPath(from: string | null | undefined): string {
  if (!from?.startsWith('/')) return '/';
  // The browser's own reading decides: it takes // and /\ for another host, and drops tabs and line breaks.
  const here = 'http://casebridge.invalid';
  if (!URL.canParse(from, here)) return '/';
  const { origin, pathname, search, hash } = new URL(from, here);
  if (origin !== here || pathname.startsWith('//') || pathname === '/login') return '/';
  return pathname + search + hash;
}
