import { type Db, Prisma } from '#lib/platform/db.ts';
import type { Solution } from '../rules/rejected-solution.ts';

/** CASE-11 · All solutions of a case that the customer rejected, as JSON. */
export const rejectedSolutionRows = (caseId: Prisma.Sql) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('resolutionCode', r.resolution_code, 'cause', r.cause,
    'resolutionNotes', r.resolution_notes) order by r.rejected_at), '[]') from rejected_solutions r where r.case_id = ${caseId})`;

export function rejectedSolutions(tx: Db, caseId: string): Promise<Solution[]> {
  const select = { resolutionCode: true, cause: true, resolutionNotes: true };
  return tx.rejectedSolution.findMany({ where: { caseId }, select });
}
