import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/platform/actor.ts';

const beside = new AsyncLocalStorage<Actor>();
let signedInActor: Actor | null = null;

/** The signed-in user in tests that call actions and routes; access checks read this, not a cookie (request.ts). */
export const signedIn = {
  /** Id of that user's session; a test creates its row if it needs one. */
  sessionId: '00000000-0000-7000-8000-000000005e55',
  get actor(): Actor | null {
    return beside.getStore() ?? signedInActor;
  },
  set actor(actor: Actor | null) {
    signedInActor = actor;
  },
};

/** Runs this work as another signed-in user, while other work continues as before. */
export const signedInAs = <T>(actor: Actor, work: () => T): T => beside.run(actor, work);
