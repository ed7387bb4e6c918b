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
 * ACC-9 · If the database has no administrator, creates one from ADMIN_EMAIL and ADMIN_PASSWORD, or a set-up link (once, 24
 * hours). Otherwise does nothing. Several servers may start at once.
 */
export async function ensureFirstAdministrator(env: Environment): Promise<{ link?: string }> {
  // With an administrator present, the variables are ignored: stricter password rules never block a start.
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
 * ACC-9 · Creates the first administrator through the one-time link; returns the user's id. Hashing is slow, so it runs only
 * for a valid link. Invalid links count as failed sign-ins of their source.
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

/** Takes the lock, so that two servers cannot both find no administrator. */
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
