import type { Audience } from '#lib/platform/generated/prisma/client.ts';

const PORTAL = '/portal';

/** Home page of each side. */
export const homePath = (audience: Audience): string => (audience === 'internal' ? '/workspace' : PORTAL);

/** Never valid in a path, plain or escaped: control characters, backslashes, a second slash at the start. */
const UNSAFE = /[\p{Cc}\\]|^\/\//u;

/** Nested escapes, which a proxy may decode once more. */
const LAYERS = 3;

/** POR-17 · Return path, fully unescaped; null if it hides another host or a control character. */
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

/** Pages for signed-out visitors: a signed-in user never returns to them. */
const DOORS = ['/login', '/setup', '/forgot', '/reset', '/invitation'];

/** POR-17, ACC-3 · Sign-in returns only to a path of this site; anything else becomes the start page. */
export function ownPath(from: string | null | undefined): string {
  if (!from?.startsWith('/') || UNSAFE.test(from)) return '/';
  // Parse as a browser does: it reads // and /\ as another host, and drops tabs and line breaks.
  const here = 'http://casebridge.invalid';
  if (!URL.canParse(from, here)) return '/';
  const { origin, pathname, search, hash } = new URL(from, here);
  const path = decodedPath(pathname);
  if (origin !== here || path === null || DOORS.some((door) => isUnder(path, door))) return '/';
  return pathname + search + hash;
}

/** POR-17 · Where sign-in sends a user of this side: the path, or home if it is invalid or belongs to the other side. */
export function pathOfSide(from: string | null | undefined, audience: Audience): string {
  const path = ownPath(from);
  const { pathname } = new URL(path, 'http://casebridge.invalid');
  // /go/ redirects each user to their side's page for the number.
  if (pathname.startsWith('/go/')) return path;
  const isOfPortal = isUnder(decodedPath(pathname) ?? '', PORTAL);
  const isOwn = pathname !== '/' && isOfPortal === (audience === 'external');
  return isOwn ? path : homePath(audience);
}
