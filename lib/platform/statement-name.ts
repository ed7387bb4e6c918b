import { createHash } from 'node:crypto';

/** So many texts at most are kept prepared by each connection; what comes later is prepared anew each time. */
const AT_MOST = 500;

/** Writes, locks, look-ups by id, and reads that say so themselves. */
const PREPARED =
  /^\s*(insert|update|delete|with (reached|touched))\b|\bfor no key update( of t, o)?\s*$|"id" (= |IN \()\$\d|\/\* prepared \*\//i;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared; none for one that it does not keep. What comes in few
 * texts, again and again, and with a plan that does not depend on values is kept, as planning takes longer than the answer
 * itself; a read of that sort has the comment "prepared". Other reads, such as lists and searches, are planned for what they ask.
 */
export function statementName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= AT_MOST || !(PREPARED.test(sql) || args.length === 0)) return '';
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}
