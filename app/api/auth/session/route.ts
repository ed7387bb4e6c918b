import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/session/auth-options.ts';

const handler = NextAuth(authOptions);

/** ACC-3 · Who is signed in, as next-auth says it. One signs in and out by the product's own forms, and in no other way. */
export function GET(request: NextRequest): Promise<Response> {
  return handler(request, { params: Promise.resolve({ nextauth: ['session'] }) });
}
