import { vi } from 'vitest';
import { signedIn } from './signed-in.ts';

// Tests call actions and routes outside a request. Access checks are real; only the signed-in user is set by the test.
const session = () =>
  signedIn.actor && { id: signedIn.sessionId, actor: signedIn.actor, expiresAt: new Date(Date.now() + 3_600_000) };

function required() {
  const living = session();
  if (!living) throw new Error('Nobody is signed in.');
  return living;
}

vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock('next/cache', () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock('#lib/session/current-actor.ts', () => ({
  currentSession: async () => session(),
  currentActor: async () => signedIn.actor,
  requireSession: async () => required(),
  requireActor: async () => required().actor,
}));
