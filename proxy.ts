import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/platform/content-security-policy.ts';
import { isBehindTls } from '#lib/platform/env.ts';
import { wasGuarded } from '#lib/platform/request-progress.ts';
import { sessionCookie, sidOfToken } from '#lib/session/token.ts';

/** Paths that need no session. */
const PUBLIC = [
  '/login',
  '/forgot',
  '/reset',
  '/invitation',
  '/setup',
  '/api/calendar',
  '/api/health',
  '/api/metrics',
  '/api/ready',
];

/**
 * Runs before each page and route, after the request guard (request-guard.ts): checks for a session cookie and sets a page's
 * policy. Code that reads data checks again that the session is still valid.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!wasGuarded())
    return new NextResponse('The server is starting.', { status: 503, headers: { 'retry-after': '1' } });
  // Not a public address: the framework keeps the page there that it shows when even the error page fails.
  if (pathname === '/_global-error') return new NextResponse('This page does not exist.', { status: 404 });
  const isApi = pathname.startsWith('/api/');
  if (!isPublic(pathname) && !isActionCall(request) && !sidOfToken(request.cookies.get(sessionCookie().name)?.value)) {
    if (isApi) return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
    const from = pathname === '/' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(new URL(`/login${from}`, request.url));
  }
  // A route's response is not a page: it has the strict default policy, or its own.
  if (isApi) return NextResponse.next();

  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, isBehindTls());
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // A page does not know its own address; sign-in needs it to lead back.
  headers.set('x-path', pathname + search);
  // The framework reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // The framework's own files and the icon are public. Behind a proxy the framework keeps only the first 10 MB of a
  // body: uploads bypass it and do all checks themselves.
  matcher: ['/((?!_next/static/|icon\\.svg$|api/attachments$|api/portal/files$).*)'],
};

function isPublic(pathname: string): boolean {
  return PUBLIC.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** Calls by a page's scripts are answered by their own guard (ACC-5): it reports a missing session, and the page stays open. */
function isActionCall({ method, headers }: NextRequest): boolean {
  return method === 'POST' && headers.has('next-action');
}
