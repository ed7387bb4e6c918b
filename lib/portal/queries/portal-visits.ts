import { db } from '#lib/platform/db.ts';

/** POR-5 · A task of a work order as its customer reads it: what is done, how far it is, and when somebody comes. */
export type PortalVisit = {
  number: string;
  shortDescription: string;
  state: string;
  from: string | null;
  to: string | null;
  endedAt: string | null;
};

type Row = Omit<PortalVisit, 'from' | 'to' | 'endedAt'> & { orderId: string } & Record<
    'from' | 'to' | 'endedAt',
    Date | null
  >;

/** The tasks of work orders that the reader reaches, by work order, in the order of their numbers. */
export async function visitsOf(orderIds: readonly string[]): Promise<Map<string, PortalVisit[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    select o.work_order_id as "orderId", t.number, t.short_description as "shortDescription", t.state,
      o.planned_start as "from", o.planned_end as "to", o.actual_end as "endedAt"
    from work_order_tasks o join tasks t using (id) where o.work_order_id = any(${[...orderIds]}::uuid[]) order by t.number`;
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const shown = ({ orderId: _order, from, to, endedAt, ...row }: Row): PortalVisit => ({
    ...row,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  });
  return new Map([...byOrder].map(([id, own]) => [id, own.map(shown)]));
}
