import { type NextRequest, NextResponse } from 'next/server';
import { isCrossOrigin } from '#lib/door/origin.ts';
import { contentSecurityPolicy } from '#lib/platform/content-security-policy.ts';
import { appUrl, isBehindTls } from '#lib/platform/env.ts';
import { sessionCookie, sidOfToken } from '#lib/session/token.ts';

/** What is answered without a session. */
const PUBLIC = ['/login', '/setup', '/api/auth', '/api/health', '/api/ready'];

/**
 * Before anything else: where the request comes from (ACC-5), whether somebody is signed in, and the headers of Q-15.
 * Whether the session still lives is asked again by whatever reads data.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (isCrossOrigin(request, appUrl()))
    return new NextResponse('This request comes from another site.', { status: 403 });

  if (!isPublic(pathname) && !(await sidOfToken(request.cookies.get(sessionCookie().name)?.value))) {
    if (pathname.startsWith('/api/')) return NextResponse.json({ error: 'Sign in first.' }, { status: 401 });
    const from = pathname === '/' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return withPolicies(NextResponse.redirect(new URL(`/login${from}`, request.url)));
  }

  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, isBehindTls());
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // A page does not know its own address; sign-in leads back to it.
  headers.set('x-path', pathname + search);
  // The framework takes the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy);
  const response = withPolicies(NextResponse.next({ request: { headers } }));
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Behind a proxy the framework keeps only the first 10 MB of a body: uploads go past it and ask everything themselves.
  matcher: ['/((?!_next/static/|_next/image|api/attachments$|[^/]+\\.(?:ico|svg|png|txt|webmanifest)$).*)'],
};

function isPublic(pathname: string): boolean {
  return PUBLIC.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

function withPolicies(response: NextResponse): NextResponse {
  if (isBehindTls()) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}
