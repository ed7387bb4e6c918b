import type { Actor } from '../actor.ts';

/** Who is signed in, in tests that call actions and routes: doors ask it instead of a cookie (request.ts). */
export const signedIn: { actor: Actor | null } = { actor: null };
