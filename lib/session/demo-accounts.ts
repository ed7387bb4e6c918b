import { db } from '#lib/platform/db.ts';
import { verifyPassword } from './password.ts';

/** Spec 13 · the password of everybody in the demonstration. */
export const DEMO_PASSWORD = 'casebridge-demo';

const AT_MOST = 20;

/** Hashes looked at before: the sign-in page is public, and a look takes time. */
const known = new Map<string, boolean>();

/** Spec 13 · the demo's staff while they have the demo's password: for the sign-in page, and to warn administrators. */
export async function demoAccounts(): Promise<{ email: string; name: string }[]> {
  const users = await db().user.findMany({
    where: { email: { endsWith: '@casebridge.test' }, audience: 'internal', active: true, passwordHash: { not: null } },
    select: { email: true, name: true, passwordHash: true },
    orderBy: { id: 'asc' },
    take: AT_MOST,
  });
  const accounts: { email: string; name: string }[] = [];
  for (const { email, name, passwordHash } of users)
    if (email && passwordHash && (await hasDemoPassword(passwordHash))) accounts.push({ email, name });
  return accounts;
}

async function hasDemoPassword(hash: string): Promise<boolean> {
  const before = known.get(hash);
  if (before !== undefined) return before;
  const answer = await verifyPassword(DEMO_PASSWORD, hash);
  if (known.size >= AT_MOST * 10) known.clear();
  known.set(hash, answer);
  return answer;
}
