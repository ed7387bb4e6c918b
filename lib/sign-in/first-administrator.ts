import { storeRoles } from '#lib/access/store-roles.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { system } from '#lib/platform/actor.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { BLOCK_MINUTES, beginSetUpAttempt, forgetAttempts } from '#lib/session/attempts.ts';
import { countAdministrators, lockAdministration } from '#lib/session/locks.ts';
import { hashPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import { MailAddress, type SetUp } from '#lib/session/schema.ts';
import { isSetUpToken, makeSetUpToken, useSetUpToken } from '#lib/session/set-up-token.ts';

/** ADMIN_EMAIL and ADMIN_PASSWORD, APP_URL or PORT. */
type Environment = Readonly<Partial<Record<string, string>>>;

/**
 * ACC-9 · a database without any administrator gets one by ADMIN_EMAIL and ADMIN_PASSWORD, or the link to make one, once
 * and within 24 hours. Nothing is done where there is one. Several servers may start at once.
 */
export async function ensureFirstAdministrator(env: Environment): Promise<{ link?: string }> {
  // Where there is one the two are not looked at: rules for passwords that became stricter stop no start.
  const given = (await countAdministrators(db())) > 0 ? null : await givenAdministrator(env);

  return transaction(async (tx) => {
    await storeRoles(tx);
    if (await thereIsAnAdministrator(tx)) return {};
    if (given) {
      await createAdministrator(tx, given);
      return {};
    }
    const url = env.APP_URL ?? `http://localhost:${env.PORT ?? 3000}`;
    return { link: `${url.replace(/\/$/, '')}/setup?token=${await makeSetUpToken(tx)}` };
  });
}

const deadLink = () => new Refusal('ACC-9', 'This link has been used or has expired.');

/**
 * ACC-9 · makes the first administrator by the one-time link; answers the new user's id. Hashing takes time: it is done
 * only for who has the link, and guesses at that count as failed sign-ins of their source.
 */
export async function setUpFirstAdministrator(
  { token, name, email, password }: SetUp,
  source: string,
): Promise<string> {
  const attempt = await beginSetUpAttempt(source);
  if (attempt.usedUp) throw new Refusal('ACC-3', `Too many attempts. Try again in ${BLOCK_MINUTES} minutes.`);
  if (!(await isSetUpToken(token))) throw deadLink();
  const passwordHash = await acceptedHash(email, password);
  return transaction(async (tx) => {
    const alreadyDone = await thereIsAnAdministrator(tx);
    const used = await useSetUpToken(tx, token);
    if (alreadyDone || !used) throw deadLink();
    await forgetAttempts(tx, attempt);
    return createAdministrator(tx, { name, email, passwordHash });
  });
}

async function givenAdministrator({ ADMIN_EMAIL, ADMIN_PASSWORD }: Environment) {
  if (!ADMIN_EMAIL && !ADMIN_PASSWORD) return null;
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD) throw new Error('ADMIN_EMAIL and ADMIN_PASSWORD must be set together.');
  const email = MailAddress.safeParse(ADMIN_EMAIL);
  if (!email.success) throw new Error('ADMIN_EMAIL is not an email address.');
  const passwordHash = await acceptedHash(email.data, ADMIN_PASSWORD);
  return { name: 'Administrator', email: email.data, passwordHash };
}

async function acceptedHash(email: string, password: string): Promise<string> {
  enforce(mayUsePassword({ password, email }));
  return hashPassword(password);
}

/** Holds the lock, so that two at once cannot both find none. */
async function thereIsAnAdministrator(tx: Db): Promise<boolean> {
  await lockAdministration(tx);
  return (await countAdministrators(tx)) > 0;
}

async function createAdministrator(tx: Db, person: { name: string; email: string; passwordHash: string }) {
  const taken = await tx.user.findUnique({ where: { email: person.email }, select: { id: true } });
  if (taken) throw new Refusal('ACC-9', `${person.email} is already used by someone else.`, { field: 'email' });
  const user = await tx.user.create({ data: { ...person, kind: 'internal', audience: 'internal' } });
  await tx.userRole.create({ data: { userId: user.id, role: 'admin', audience: 'internal' } });
  await recordAudit(tx, system, { action: 'user.roles-changed', subject: user.id, oldValue: [], newValue: ['admin'] });
  return user.id;
}
