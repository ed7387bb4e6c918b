import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/platform/content-security-policy.ts';
import { isBehindTls } from '#lib/platform/env.ts';
import { wasGuarded } from '#lib/platform/request-progress.ts';
import { sessionCookie, sidOfToken } from '#lib/session/token.ts';

/** What is answered without a session. */
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
 * Before a page or a route, and after the guard of requests (request-guard.ts): whether somebody is signed in, and a page's
 * policy. Whether the session still lives is asked again by whatever reads data.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!wasGuarded())
    return new NextResponse('The server is starting.', { status: 503, headers: { 'retry-after': '1' } });
  // Not an address of anybody: the framework keeps the page there that it shows when even the error page fails.
  if (pathname === '/_global-error') return new NextResponse('This page does not exist.', { status: 404 });
  const isApi = pathname.startsWith('/api/');
  if (!isPublic(pathname) && !isActionCall(request) && !sidOfToken(request.cookies.get(sessionCookie().name)?.value)) {
    if (isApi) return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
    const from = pathname === '/' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(new URL(`/login${from}`, request.url));
  }
  // What a route answers is no page: its policy is the strict one of every answer, or its own.
  if (isApi) return NextResponse.next();

  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, isBehindTls());
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // A page does not know its own address; sign-in leads back to it.
  headers.set('x-path', pathname + search);
  // The framework takes the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // The framework's own files and the icon are for everybody. Behind a proxy the framework keeps only the first 10 MB of a
  // body: uploads go past it and ask everything themselves.
  matcher: ['/((?!_next/static/|icon\\.svg$|api/attachments$|api/portal/files$).*)'],
};

function isPublic(pathname: string): boolean {
  return PUBLIC.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** What a script of a page calls is answered by its door (ACC-5): that nobody is signed in, and the page still stands. */
function isActionCall({ method, headers }: NextRequest): boolean {
  return method === 'POST' && headers.has('next-action');
}
