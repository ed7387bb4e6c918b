import { type Db, db } from '#lib/platform/db.ts';

/**
 * Changes append-only tables, which the product cannot: a database superuser disables their triggers. Tests need this for an
 * empty log, or for entries as older versions wrote them.
 */
export function rewriteHistory<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    return work(tx);
  });
}

export const emptyAuditLog = () => rewriteHistory((tx) => tx.auditEntry.deleteMany());
