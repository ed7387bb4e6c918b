import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { actorOfSession } from './actors.ts';
import { clientAddress } from './client-address.ts';
import { readDevice, rememberDevice } from './cookie.ts';
import { SignIn } from './schema.ts';
import { endSession, SESSION_SECONDS } from './sessions.ts';
import { addressOf, signIn } from './sign-in.ts';

/**
 * ACC-3 · next-auth's own routes go through the same sign-in as the form. Its token holds the id of a session's row and
 * nothing else, so a session is one thing, wherever it was opened.
 */
export const authOptions: NextAuthOptions = {
  secret: process.env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/login', error: '/login' },
  providers: [
    Credentials({
      credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
      async authorize(credentials, request) {
        const { email, password } = SignIn.parse(credentials ?? {});
        const source = clientAddress(new Headers(request.headers));
        const address = addressOf(email);
        const answer = await signIn({ email, password, source, device: await readDevice(address) });
        if (!answer.ok) return null;
        await rememberDevice(address);
        return { id: answer.sid };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    async session({ session, token }) {
      const alive = token.sid ? await actorOfSession(token.sid) : null;
      if (!alive) return { expires: new Date(0).toISOString() };
      const { actor, email, expiresAt } = alive;
      return { ...session, user: { name: actor.name, email }, expires: expiresAt.toISOString() };
    },
  },
  events: {
    async signOut({ token }) {
      if (token.sid) await endSession(token.sid);
    },
  },
};

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}
