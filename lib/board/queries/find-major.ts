import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';

/** A major case and the records it is about. */
export type Major = {
  id: string;
  incidentId: string | null;
  problemId: string | null;
  changeId: string | null;
  businessImpact: string;
};

/** MAJ-9 · The accepted major case of this number. Refused: REL-16 if missing, hidden, or not a major case. */
export async function findMajor(actor: Actor, number: string): Promise<Major> {
  const [major] = await db().$queryRaw<Major[]>`
    select t.id, c.incident_id as "incidentId", c.problem_id as "problemId", c.change_id as "changeId",
      c.business_impact as "businessImpact"
    from tasks t join cases c using (id)
    where t.number = ${number} and c.major_case_state = 'accepted' and (${readableOf('case', actor)})`;
  if (!major) throw notFound(`major case ${number}`);
  return major;
}
