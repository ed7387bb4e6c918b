import { readableOf } from '#lib/access/readable.ts';
import { stages } from '#lib/kinds/requested-item/states.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { labelOf } from '#lib/words/choice.ts';

/** An item of a request: its name, quantity, price and state. */
export type ItemRow = {
  number: string;
  title: string;
  quantity: number;
  priceCents: number;
  stage: string;
  state: StateShown;
  assignee: string | null;
  dueAt: string | null;
};

type Row = Omit<ItemRow, 'state' | 'dueAt'> & { requestId: string; state: string; dueAt: Date | null };

/** REQ-1 · The items of requests that the actor may see, by request and number. */
export async function itemsOf(actor: Actor, requestIds: readonly string[]): Promise<Map<string, ItemRow[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select i.request_id as "requestId", t.number, t.short_description as title, t.state, i.quantity,
           i.price_cents as "priceCents", i.stage, i.due_at as "dueAt",
           u.name as assignee
    from requested_items i join tasks t using (id) left join users u on u.id = t.assigned_to_id
    where i.request_id = any(${[...requestIds]}::uuid[]) and (${readableOf('requested_item', actor)})
    order by t.number`;
  const items = rows.map(({ requestId, state, stage, dueAt, ...row }) => ({
    requestId,
    item: {
      ...row,
      stage: labelOf(stages, stage),
      state: stateShown('requested_item', state),
      dueAt: dueAt?.toISOString() ?? null,
    },
  }));
  const byRequest = Map.groupBy(items, ({ requestId }) => requestId);
  return new Map([...byRequest].map(([id, own]) => [id, own.map(({ item }) => item)]));
}
