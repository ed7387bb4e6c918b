import { taskOfCustomer } from '#lib/access/customer-work-orders.ts';
import { canBeArranged } from '#lib/appointment/rules/book.ts';
import { windowsOf } from '#lib/appointment/windows-of.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { WINDOW_DAYS } from '../work-orders/window-days.ts';

/** POR-11 · Times that a customer can choose, in the site's time zone, without the technicians' names. */
export type PortalWindows = { timeZone: string; from: string; windows: { from: string; to: string }[] };

/** POR-11, WO-11 · The times of a week from a date on; null if the visit is missing, hidden, or cannot be arranged now. */
export async function portalWindows(
  actor: Actor,
  { number, from }: { number: string; from: string | null },
): Promise<PortalWindows | null> {
  const found = await taskOfCustomer(db(), actor, number);
  const [task] = found ? await loadRecords(db(), 'work_order_task', [found.id]) : [];
  if (!task || !canBeArranged(task).ok) return null;
  const query = { number, days: WINDOW_DAYS, technicianId: null, ...(from ? { from } : {}) };
  const { timeZone, from: first, windows } = await windowsOf(actor, task, query);
  return { timeZone, from: first, windows: windows.map((window) => ({ from: window.from, to: window.to })) };
}
