import { Prisma } from './db.ts';

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
/** The error code of a restricting foreign key since PostgreSQL 18. */
const RESTRICT = '23001';
const CHECK = '23514';
const EXCLUSION = '23P01';
const CANCELED = '57014';

export type Violation = { of: 'unique' | 'foreign-key' | 'check' | 'exclusion'; message: string };

const kinds: Readonly<Record<string, Violation['of']>> = {
  P2002: 'unique',
  P2003: 'foreign-key',
  [UNIQUE]: 'unique',
  [FOREIGN_KEY]: 'foreign-key',
  [RESTRICT]: 'foreign-key',
  [CHECK]: 'check',
  [EXCLUSION]: 'exclusion',
};

/** The database constraint that a statement violated; null for any other error. */
export function violation(error: unknown): Violation | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const { code, message } = ensureCause(error) ?? { code: error.code, message: error.message };
  const of = kinds[code] ?? kinds[error.code];
  return of ? { of, message } : null;
}

/** Q-13 · Whether the database cancelled a statement because it took too long. */
export function isStatementTimeout(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && ensureCause(error)?.code === CANCELED;
}

/** No connection was available in time, or the connection was lost: messages of the driver, the database and Prisma. */
const AWAY = {
  kind: /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/,
  originalCode: /^(08|53|57P)/,
  code: /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|P1001|P1002|P1008|P1017|P2024|P2037)$/,
  message:
    /timeout exceeded when trying to connect|connection terminated|unable to start a transaction in the given time/i,
};

/** Q-11 · Whether work failed because the database is down or has no free connection: a retry may succeed. */
export function isAway(error: unknown): boolean {
  const cause = field(field(field(error, 'meta'), 'driverAdapterError'), 'cause');
  const says = (where: unknown, name: keyof typeof AWAY) => {
    const reported = field(where, name);
    return typeof reported === 'string' && AWAY[name].test(reported);
  };
  return says(cause, 'kind') || says(cause, 'originalCode') || says(error, 'code') || says(error, 'message');
}

/** The database's own message, which the driver adds to its error. */
function ensureCause({
  meta,
}: {
  meta?: Record<string, unknown> | undefined;
}): { code: string; message: string } | null {
  const cause = field(field(meta, 'driverAdapterError'), 'cause');
  const code = field(cause, 'originalCode');
  const message = field(cause, 'originalMessage');
  return typeof code === 'string' ? { code, message: typeof message === 'string' ? message : '' } : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
