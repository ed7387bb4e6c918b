import { createHash } from 'node:crypto';

/** So many texts at most are kept by each connection; what comes later is prepared anew each time. */
const AT_MOST = 500;

const KEPT = /^\s*(insert|update|delete|with reached)\b|\bfor no key update\s*$/i;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared; none for one that it does not keep. Writes and locks come
 * in few texts, again and again, and their plans do not depend on values. Reads are planned for what they ask.
 */
export function statementName({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= AT_MOST || !(KEPT.test(sql) || args.length === 0)) return '';
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}
