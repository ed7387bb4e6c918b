import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/platform/actor.ts';

const beside = new AsyncLocalStorage<Actor>();
let told: Actor | null = null;

/** Who is signed in, in tests that call actions and routes: doors ask it instead of a cookie (request.ts). */
export const signedIn = {
  /** Of the session by which they are; there is a row of it where a test writes one. */
  sessionId: '00000000-0000-7000-8000-000000005e55',
  get actor(): Actor | null {
    return beside.getStore() ?? told;
  },
  set actor(actor: Actor | null) {
    told = actor;
  },
};

/** Has somebody be signed in for this work alone, while others do theirs. */
export const signedInAs = <T>(actor: Actor, work: () => T): T => beside.run(actor, work);
