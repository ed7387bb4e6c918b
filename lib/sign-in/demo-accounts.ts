import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { DEMO_PASSWORD } from '#lib/session/demo-password.ts';
import { type DemoSide, demoTasks } from '#lib/session/demo-tasks.ts';
import { verifyPassword } from '#lib/session/password.ts';

const AT_MOST = 40;
/** Cache lifetime in milliseconds. */
const FRESH = 60_000;

type DemoAccount = { email: string; name: string; side: DemoSide; task: string };

/** One cached answer and one query at a time per process. */
const cached = globalThis as { casebridgeDemo?: { at: number; accounts: Promise<DemoAccount[]> } };

/** Checked hashes: the sign-in page is public, and a check takes time. */
const known = new Map<string, boolean>();

/**
 * Demo users while they have the demo password: listed on the sign-in page, and a warning to administrators. That page is
 * public, so the database is queried at most once a minute.
 */
export function demoAccounts(): Promise<DemoAccount[]> {
  const at = now().getTime();
  const last = cached.casebridgeDemo;
  if (last && at >= last.at && at - last.at < FRESH) return last.accounts;
  const asked = { at, accounts: findDemoAccounts() };
  cached.casebridgeDemo = asked;
  asked.accounts.catch(() => {
    // The database is unavailable: the next call tries again.
    if (cached.casebridgeDemo === asked) delete cached.casebridgeDemo;
  });
  return asked.accounts;
}

async function findDemoAccounts(): Promise<DemoAccount[]> {
  const users = await db().user.findMany({
    where: {
      OR: [{ kind: 'internal', email: { endsWith: '@casebridge.test' } }, { email: { in: Object.keys(demoTasks) } }],
      active: true,
      passwordHash: { not: null },
    },
    select: { email: true, name: true, audience: true, passwordHash: true },
    orderBy: { id: 'asc' },
    take: AT_MOST,
  });
  const accounts: DemoAccount[] = [];
  for (const { email, name, audience, passwordHash } of users)
    if (email && passwordHash && (await hasDemoPassword(passwordHash)))
      accounts.push({
        email,
        name,
        side: audience === 'internal' ? 'staff' : 'customers',
        task: demoTasks[email] ?? '',
      });
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
