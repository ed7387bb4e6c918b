import { mayWorkCasesOf } from '#lib/access/customers.ts';
import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { acceptsChildren } from '#lib/major-case/rules/join.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { type Condition, storedCondition } from '../condition.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · A list for reading; `id` is null before its first use. `open`: its major case accepts children now. */
export type ReadableList = ListOf & {
  major: Case;
  id: string | null;
  condition: Condition | null;
  refreshedAt: Date | null;
  fixedAt: Date | null;
  open: boolean;
};

/** MAJ-5, MAJ-6 · The list of a major case, for its leaders. Refused: REL-16 unless a visible major case, ACC-6 by role. */
export async function readableList(actor: Actor, { number, of }: ListOf): Promise<ReadableList> {
  const settings = await readSettings(db());
  const [major] = await db().$queryRaw<Case[]>`
    select ${columnsOf('case')} from tasks t join cases o using (id)
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!major) throw notFound(`case ${number}`);
  enforce(mayLeadMajorCases(actor), mayWork(actor, major), mayWorkCasesOf(actor, of));
  const isMajor = major.majorCaseState === 'accepted' || major.majorCaseState === 'cancelled';
  if (!isMajor || !majorCasesAreOn(settings).ok) throw notFound(`major case ${number}`);
  const list = await db().recipientsList.findUnique({ where: { majorCaseId_of: { majorCaseId: major.id, of } } });
  return {
    number,
    of,
    major,
    id: list?.id ?? null,
    condition: storedCondition(list?.condition),
    refreshedAt: list?.refreshedAt ?? null,
    fixedAt: list?.fixedAt ?? null,
    open: acceptsChildren(major).ok,
  };
}
