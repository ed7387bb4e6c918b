import { recordAudit } from '#lib/audit/record.ts';
import { type Db, db } from '#lib/platform/db.ts';
import type { Audience } from '#lib/platform/generated/prisma/client.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { type Said, sayIn } from '#lib/words/words.ts';
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
  | { ok: false; because: string; said: Said };

const LONGEST_ADDRESS = 254;

const refusedIn = (said: Said): SignInResult => ({ ok: false, because: sayIn('en', said), said });
const wrong = refusedIn({ key: 'sign-in.wrong', params: {} });
const blocked = refusedIn({ key: 'sign-in.blocked', params: { minutes: BLOCK_MINUTES } });
const busy = refusedIn({ key: 'sign-in.busy', params: {} });

/** What was typed as the address that it stands for. PostgreSQL has no character 0 in texts. */
export function addressOf(email: string): string {
  return email.replaceAll('\0', '').toWellFormed().trim().toLowerCase().slice(0, LONGEST_ADDRESS);
}

/** So many attempts of strangers, from browsers that we do not know, are worked on at once. */
const STRANGERS_AT_ONCE = 100;
/** And so many of them from one source, so that nobody takes all places of strangers. */
const SOURCE_AT_ONCE = 10;
/** And so many of one address from browsers that we know, whoever else signs in. */
const OWN_AT_ONCE = 3;
/** How many attempts are worked on, by whose places they take. */
const atWork = new Map<string, number>();

/** Whose places an attempt takes, and how many there are. */
function placesOf({ device, email, source }: Credentials): [whose: string, atMost: number][] {
  if (device) return [[`own ${addressOf(email)}`, OWN_AT_ONCE]];
  return [
    ['strangers', STRANGERS_AT_ONCE],
    [`source ${source}`, SOURCE_AT_ONCE],
  ];
}

/**
 * ACC-3, ACC-10 · the only way in with a password, beside the first administrator's set-up. Neither the answer nor its time
 * tells whether the address exists. Where a source, or all strangers, try too often at once the next are sent away,
 * uncounted; who comes with a browser that we know is not among them, and takes nobody's place by trying often.
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

/** Whether the password that was just found right still is; a deactivation or a new password at this moment waits. */
async function isStill(tx: Db, id: string, passwordHash: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM users WHERE id = ${id}::uuid AND active AND password_hash = ${passwordHash} FOR SHARE`;
  return found.length > 0;
}
