import { db } from '#lib/platform/db.ts';

/** The approvers of an ordered item; `names` is null if staff was asked. */
export type ItemApproval = { item: string; answer: 'requested' | 'approved' | 'rejected'; names: string[] | null };

type Row = { item: string; answer: ItemApproval['answer']; name: string | null };

/**
 * REQ-1, POR-3 · The people who must approve the items of a case's requests or have answered; staff without names.
 * The caller has checked that the reader may see the case.
 */
export async function portalApprovers(caseNumber: string): Promise<ItemApproval[]> {
  const rows = await db().$queryRaw<Row[]>`
    select t.number as item, a.answer, case when c.id is not null then u.name end as name
    from tasks theirs join requests r on r.case_id = theirs.id join requested_items o on o.request_id = r.id
    join tasks t on t.id = o.id join approvals a on a.task_id = o.id join users u on u.id = a.approver_id
    left join contacts c on c.id = u.id and c.account_id = theirs.account_id
    where theirs.number = ${caseNumber} and a.answer <> 'not_needed'
      and a.round = (select max(round) from approvals latest where latest.task_id = o.id)
    order by t.number, u.name`;
  const byItem = Map.groupBy(rows, ({ item }) => item);
  return [...byItem].map(([item, asked]) => {
    const decided = asked.filter(({ answer }) => answer !== 'requested');
    const [first] = decided.length > 0 ? decided : asked;
    const said = asked.filter(({ answer }) => answer === first?.answer);
    const names = said.flatMap(({ name }) => name ?? []);
    return { item, answer: first?.answer ?? 'requested', names: names.length === said.length ? names : null };
  });
}
