import { affectedCustomers } from '#lib/impact/queries/affected-customers.ts';
import { type CustomerSort, linkOfSource, type SourceKind } from '#lib/kinds/outage-source.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import { integer, isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { type Candidate, planRun, type RunPlan } from '../rules/plan-run.ts';
import type { GenerateCases } from '../schema.ts';

/** The major case of a record. */
export type MajorCase = { id: string; number: string };

type OfSort = { of: CustomerSort };
/** `about`: the configuration item after the pending save. */
type Source = { id: string; kind: SourceKind; about?: string | null };

/** The numbers of a record's proactive cases, closed cases included, by customer. */
async function casesByCustomer(tx: Db, sourceId: string): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ customerId: string; number: string }[]>`
    select coalesce(p.account_id, p.consumer_id) as "customerId", t.number
    from proactive_cases p join tasks t on t.id = p.case_id where p.source_id = ${sourceId}::uuid`;
  return new Map(rows.map(({ customerId, number }) => [customerId, number]));
}

/** PRO-8 · The oldest active major case of a record; locked if it will get children. */
async function activeMajorCase(tx: Db, { id, kind }: Source, lock: boolean): Promise<MajorCase | null> {
  const [major] = await tx.$queryRaw<MajorCase[]>`
    select t.id, t.number from tasks t join cases c using (id)
    where c.${columnOf(linkOfSource[kind])} = ${id}::uuid and c.major_case_state = 'accepted' and t.active
    order by t.number limit 1 ${lock ? Prisma.sql`for no key update of t, c` : Prisma.empty}`;
  return major ?? null;
}

/** The affected customers of one sort; only the selected customers if some were selected. */
async function candidatesOf(
  tx: Db,
  { id: sourceId, about }: Source,
  ids?: readonly string[],
): Promise<(Candidate & OfSort)[]> {
  const [affected, cases] = [await affectedCustomers(tx, sourceId, about), await casesByCustomer(tx, sourceId)];
  const wanted = ids && new Set(ids);
  return affected.flatMap(({ accountId, consumerId, name, active }) => {
    const id = accountId ?? consumerId;
    if (wanted && !wanted.has(id)) return [];
    return { id, of: accountId === null ? 'consumers' : 'accounts', name, active, caseNumber: cases.get(id) ?? null };
  });
}

/**
 * PRO-1, PRO-8 · What a run would create now. The dialog shows it; the command computes it again under the record's lock.
 * `remain`: the customers of the other sort who can get a case, in a separate run.
 */
export async function runOf(
  tx: Db,
  settings: Settings,
  source: Source,
  { of, customerIds }: Pick<GenerateCases, 'of' | 'customerIds'>,
  lock = false,
): Promise<RunPlan & { majorCase: MajorCase | null; remain: readonly Candidate[] }> {
  // REL-3: without major cases each customer gets a separate case, however many there are.
  const on = isIntegrated(settings, 'com.sn_majorissue_mgt');
  const majorCase = on ? await activeMajorCase(tx, source, lock) : null;
  const candidates = await candidatesOf(tx, source, customerIds);
  const [ofSort, others] = [candidates.filter((each) => each.of === of), candidates.filter((each) => each.of !== of)];
  const threshold = on ? integer(settings, 'major_case_affected_account_threshold') : Number.POSITIVE_INFINITY;
  return { ...planRun(ofSort, threshold), majorCase, remain: planRun(others, threshold).customers };
}
