import { createHash } from 'node:crypto';

/** The most statements that each connection keeps prepared; later statements are prepared for each call. */
const AT_MOST = 500;

/** Writes, locks, look-ups by id, and reads that are marked as prepared. */
const PREPARED =
  /^\s*(insert|update|delete|with (reached|touched))\b|\bfor no key update( of t, o)?\s*$|"id" (= |IN \()\$\d|\/\* prepared \*\//i;

const names = new Map<string, string>();

/**
 * The name of a prepared statement; none if the statement is not kept. Statements with few different texts that run often
 * and whose plan does not depend on values are kept, as planning takes longer than running them; such reads have the
 * comment "prepared". Other reads, such as lists and searches, are planned for their values.
 */
export function statementName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= AT_MOST || !(PREPARED.test(sql) || args.length === 0)) return '';
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}
