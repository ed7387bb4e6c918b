import { type Db, Prisma } from '#lib/platform/db.ts';

/** CASE-11 · The notes of all solutions of a case that its customer has rejected, as JSON. */
export const rejectedNotesRows = (caseId: Prisma.Sql) => Prisma.sql`
  (select coalesce(json_agg(r.resolution_notes order by r.rejected_at), '[]') from rejected_solutions r where r.case_id = ${caseId})`;

export async function rejectedNotes(tx: Db, caseId: string): Promise<string[]> {
  const found = await tx.rejectedSolution.findMany({ where: { caseId }, select: { resolutionNotes: true } });
  return found.map(({ resolutionNotes }) => resolutionNotes);
}
