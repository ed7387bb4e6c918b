import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { rowLock } from '#lib/write/preview-state.ts';
import { aroundTheClock } from './around-the-clock.ts';
import type { FreeWindow, WindowSettings } from './diary.ts';
import { MINUTE } from './interval.ts';
import { type LoadedTechnician, loadTechnicians } from './load-technicians.ts';
import { lockTechnician } from './lock-technician.ts';
import { windowAt } from './rules/free-windows.ts';
import type { Task } from './technician.ts';
import { type SiteOfTask, siteOf, wantedOf } from './wanted-of.ts';
import { windowSettings } from './window-settings.ts';
import { windowTakenRefusal } from './window-taken.ts';

export interface VisitRequest {
  startsAt: Date;
  minutes: number;
  /** Null means any free technician. */
  technicianId: string | null;
  /** Takes precedence over other technicians, if free. */
  preferredId?: string | null;
  /** Ignores visits of these tasks, because they move too. */
  exceptTaskIds?: readonly string[];
  /** WO-17 · Window settings, if they differ from those that customers are offered. */
  settings?: WindowSettings;
  /** WO-17 · A dispatcher has confirmed a time outside working hours. */
  atAnyHour?: boolean;
}

/** The technician, the window and the site. */
export interface Placed {
  technicianId: string;
  window: FreeWindow;
  site: SiteOfTask;
}

function windowOf({ active, diary }: LoadedTechnician, wanted: Task, begins: number, request: VisitRequest) {
  const { settings = windowSettings, atAnyHour = false } = request;
  return active ? windowAt(atAnyHour ? aroundTheClock(diary) : diary, wanted, settings, begins) : undefined;
}

/**
 * WO-11, WO-12 · Finds a technician for a task in a window, with the function that offers windows, and locks the diary. Locks
 * technicians in the order of their ids. Refused: WO-12 if none is free, with the next free window.
 */
export async function placeVisit(context: CommandContext, task: WorkOrderTask, request: VisitRequest): Promise<Placed> {
  const { tx, at } = context;
  const { startsAt, minutes, technicianId } = request;
  const exceptTaskIds = [task.id, ...(request.exceptTaskIds ?? [])];
  const begins = startsAt.getTime();
  const site = await siteOf(tx, task);
  const wanted = wantedOf(task, site, minutes, { from: begins, to: begins + minutes * MINUTE });
  const load = (ids?: readonly string[]) =>
    loadTechnicians(tx, { ...(ids ? { ids } : {}), groupId: wanted.groupId, within: wanted.within, exceptTaskIds, at });
  const free = (await load(technicianId ? [technicianId] : undefined)).filter((each) =>
    windowOf(each, wanted, begins, request),
  );
  const inOrder = free.toSorted((a, b) => Number(b.id === request.preferredId) - Number(a.id === request.preferredId));
  for (const { id } of inOrder) {
    await lockTechnician(tx, id, rowLock(context));
    // Another transaction may have taken the window during the wait for the lock.
    const [technician] = await load([id]);
    const window = technician && windowOf(technician, wanted, begins, request);
    if (window) return { technicianId: id, window, site };
  }
  throw await windowTakenRefusal(tx, { wanted, technicianId, exceptTaskIds, at });
}
