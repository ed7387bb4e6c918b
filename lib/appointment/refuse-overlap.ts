import { MINUTE } from '#lib/diary/interval.ts';
import { siteOf, wantedOf } from '#lib/diary/wanted-of.ts';
import { windowTakenRefusal } from '#lib/diary/window-taken.ts';
import { now } from '#lib/platform/clock.ts';
import { violation } from '#lib/platform/database-error.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { minutesOf } from './locked-task.ts';

interface WindowQuery {
  number: string;
  startsAt: Date;
  technicianId: string | null;
  minutes?: number | undefined;
}

/** WO-12 · Turns the database's refusal of overlapping visits into "the window was just taken". */
export async function refuseOverlap<T>(asked: WindowQuery, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violation(error)?.of !== 'exclusion') throw error;
    const { id } = await db().task.findUniqueOrThrow({ where: { number: asked.number }, select: { id: true } });
    const [task] = await loadRecords(db(), 'work_order_task', [id]);
    if (!task) throw error;
    const from = asked.startsAt.getTime();
    const minutes = minutesOf(task, asked.minutes);
    const within = { from, to: from + minutes * MINUTE };
    const wanted = wantedOf(task, await siteOf(db(), task), minutes, within);
    throw await windowTakenRefusal(db(), {
      wanted,
      technicianId: asked.technicianId,
      exceptTaskIds: [task.id],
      at: now(),
    });
  }
}
