import type { Audience } from '#lib/platform/generated/prisma/client.ts';

const PORTAL = '/portal';

/** Where each side begins. */
export const homeOf = (audience: Audience): string => (audience === 'internal' ? '/workspace' : PORTAL);

/** What a path of a page never holds, written out or as an escape: control characters, backslashes, a second slash at its start. */
const UNSAFE = /[\p{Cc}\\]|^\/\//u;

/** Escapes of escapes, as somebody behind a proxy may decode them once more. */
const LAYERS = 3;

/** POR-17 · The path of a return address with all its escapes taken out; null where it hides another host or a control character. */
function decodedPath(pathname: string): string | null {
  let path = pathname;
  for (let layer = 0; layer <= LAYERS; layer++) {
    if (UNSAFE.test(path)) return null;
    try {
      const decoded = decodeURIComponent(path);
      if (decoded === path) return path;
      path = decoded;
    } catch {
      return null;
    }
  }
  return null;
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Pages that lead into the house: nobody who is in it goes back to them. */
const DOORS = ['/login', '/setup', '/forgot', '/reset', '/invitation'];

/** POR-17, ACC-3 · Sign-in leads back only to a path of this site: anything else becomes the start page. */
export function ownPath(from: string | null | undefined): string {
  if (!from?.startsWith('/') || UNSAFE.test(from)) return '/';
  // The browser's own reading decides: it takes // and /\ for another host, and drops tabs and line breaks.
  const here = 'http://casebridge.invalid';
  if (!URL.canParse(from, here)) return '/';
  const { origin, pathname, search, hash } = new URL(from, here);
  const path = decodedPath(pathname);
  if (origin !== here || path === null || DOORS.some((door) => isUnder(path, door))) return '/';
  return pathname + search + hash;
}

/** POR-17 · Where sign-in leads somebody of this side: to the path, or home where that is none, or is of the other side. */
export function pathOfSide(from: string | null | undefined, audience: Audience): string {
  const path = ownPath(from);
  const { pathname } = new URL(path, 'http://casebridge.invalid');
  // Whoever goes there is led to the own page of what has the number.
  if (pathname.startsWith('/go/')) return path;
  const isOfPortal = isUnder(decodedPath(pathname) ?? '', PORTAL);
  const isOwn = pathname !== '/' && isOfPortal === (audience === 'external');
  return isOwn ? path : homeOf(audience);
}
