import type { NextAuthOptions } from 'next-auth';
import { actorOfSession } from './actors.ts';
import { SESSION_SECONDS } from './sessions.ts';

/**
 * ACC-3 · next-auth says who is signed in. Its token holds the id of a session's row and nothing else, so a session is one
 * thing; it has no provider, so none begins here.
 */
export const authOptions: NextAuthOptions = {
  secret: process.env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/login', error: '/login' },
  providers: [],
  callbacks: {
    jwt: ({ token }) => ({ sid: token.sid }),
    // Nobody is led anywhere: what a request says of it is not read, since nonsense would be a fault.
    redirect: ({ baseUrl }) => baseUrl,
    async session({ session, token }) {
      const alive = token.sid ? await actorOfSession(token.sid) : null;
      if (!alive) return { expires: new Date(0).toISOString() };
      const { actor, email, expiresAt } = alive;
      return { ...session, user: { name: actor.name, email }, expires: expiresAt.toISOString() };
    },
  },
};

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}
