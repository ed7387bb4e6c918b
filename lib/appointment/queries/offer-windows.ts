import { mayArrangeVisit } from '#lib/access/appointments.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import type { OfferWindows } from '../schema.ts';
import { type OfferedWindows, windowsOf } from '../windows-of.ts';

/** WO-6 · Windows with a free technician, for a task whose visit the actor may arrange. */
export async function offerWindows(actor: Actor, input: OfferWindows): Promise<OfferedWindows> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${input.number} and t.kind = 'work_order_task'
      and (${readableOf('work_order_task', actor)})`;
  const { id } = found(row, `work order task ${input.number}`);
  const [task] = await loadRecords(db(), 'work_order_task', [id]);
  const record = found(task, `work order task ${input.number}`);
  enforce(mayArrangeVisit(actor, record));
  return windowsOf(actor, record, input);
}
