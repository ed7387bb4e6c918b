import { recordAudit } from '#lib/audit/record.ts';
import { type Db, db } from '#lib/platform/db.ts';
import type { Audience } from '#lib/platform/generated/prisma/client.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { type MessageRef, sayIn } from '#lib/words/words.ts';
import { BLOCK_MINUTES, beginAttempt, countBlocked, forgetAttempts } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { LONGEST_PASSWORD } from './password-length.ts';
import { startSession } from './sessions.ts';

export type Credentials = {
  email: string;
  password: string;
  /** Where the attempt comes from (`clientAddress`). */
  source: string;
  /** What the browser calls itself. */
  userAgent?: string;
  /** The browser's id if it has signed in with this address before (`knownDevice`). */
  device?: string | null;
};

type SignInResult =
  | { ok: true; sid: string; userId: string; audience: Audience }
  | { ok: false; because: string; said: MessageRef };

const LONGEST_ADDRESS = 254;

const refusedIn = (said: MessageRef): SignInResult => ({ ok: false, because: sayIn('en', said), said });
const wrong = refusedIn({ key: 'sign-in.wrong', params: {} });
const blocked = refusedIn({ key: 'sign-in.blocked', params: { minutes: BLOCK_MINUTES } });
const busy = refusedIn({ key: 'sign-in.busy', params: {} });

/** Normalizes a typed email address. PostgreSQL texts cannot contain character 0. */
export function addressOf(email: string): string {
  return email.replaceAll('\0', '').toWellFormed().trim().toLowerCase().slice(0, LONGEST_ADDRESS);
}

/** Concurrent attempts from unknown browsers. */
const STRANGERS_AT_ONCE = 100;
/** Concurrent attempts from one source, so that it cannot take all slots for unknown browsers. */
const SOURCE_AT_ONCE = 10;
/** Concurrent attempts per address from known browsers, regardless of other sign-ins. */
const OWN_AT_ONCE = 3;
/** Attempts in progress, by the limit that they count against. */
const atWork = new Map<string, number>();

/** The limits that an attempt counts against, with their sizes. */
function placesOf({ device, email, source }: Credentials): [whose: string, atMost: number][] {
  if (device) return [[`own ${addressOf(email)}`, OWN_AT_ONCE]];
  return [
    ['strangers', STRANGERS_AT_ONCE],
    [`source ${source}`, SOURCE_AT_ONCE],
  ];
}

/**
 * ACC-3, ACC-10 · The only password sign-in, besides the first administrator's set-up. Neither answer nor timing reveals
 * whether the address exists. Excess concurrent attempts of a source, or of all unknown browsers, are rejected uncounted; known
 * browsers have separate slots per address.
 */
export async function signIn(credentials: Credentials): Promise<SignInResult> {
  const places = placesOf(credentials);
  if (places.some(([whose, atMost]) => (atWork.get(whose) ?? 0) >= atMost)) return busy;
  for (const [whose] of places) atWork.set(whose, (atWork.get(whose) ?? 0) + 1);
  try {
    return await tryPassword(credentials);
  } finally {
    for (const [whose] of places) {
      const left = (atWork.get(whose) ?? 1) - 1;
      if (left > 0) atWork.set(whose, left);
      else atWork.delete(whose);
    }
  }
}

async function tryPassword({
  email,
  password,
  source,
  userAgent = '',
  device = null,
}: Credentials): Promise<SignInResult> {
  const address = addressOf(email);
  const guess = { address, source, device };
  const attempt = await beginAttempt(guess);
  if (attempt.usedUp) {
    await countBlocked(guess, attempt);
    return blocked;
  }

  const user = await db().user.findUnique({
    where: { email: address },
    select: { id: true, audience: true, passwordHash: true },
  });
  const right = await verifyPassword(password.slice(0, LONGEST_PASSWORD + 1), user?.passwordHash ?? null, {
    stranger: device === null ? source : null,
  });

  return transaction(async (tx) => {
    if (!right || !user?.passwordHash || !(await isStill(tx, user.id, user.passwordHash))) {
      const newValue = `from ${source}${attempt.last ? `, blocked for ${BLOCK_MINUTES} minutes` : ''}`;
      await recordAudit(tx, null, { action: 'sign-in.refused', subject: address, newValue });
      return wrong;
    }
    await forgetAttempts(tx, attempt);
    await recordAudit(tx, user, { action: 'sign-in.accepted', subject: address, newValue: `from ${source}` });
    return {
      ok: true,
      sid: await startSession(tx, user.id, { source, userAgent }),
      userId: user.id,
      audience: user.audience,
    };
  });
}

/** Whether the verified password is still valid. Blocks a concurrent deactivation or password change. */
async function isStill(tx: Db, id: string, passwordHash: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM users WHERE id = ${id}::uuid AND active AND password_hash = ${passwordHash} FOR SHARE`;
  return found.length > 0;
}
