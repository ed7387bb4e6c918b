import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import { Prisma } from '#lib/platform/db.ts';

/** POR-7 · The contact `u` belongs to an account that the change affects, and could answer an approval. */
export const affectedBy = (changeId: string) =>
  Prisma.sql`u.kind = 'contact' and u.active and ${mayAnswerSql(Prisma.sql`${changeId}::uuid`)}`;
