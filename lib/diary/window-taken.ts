import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { MessageRef } from '#lib/words/words.ts';
import { formatInZone } from '#lib/words/zoned-time.ts';
import { DAY, MINUTE } from './interval.ts';
import { loadTechnicians } from './load-technicians.ts';
import { freeWindows } from './rules/free-windows.ts';
import type { Task } from './technician.ts';
import { windowSettings } from './window-settings.ts';

/** How far ahead the search for the next free window goes. */
const DAYS_AHEAD = 28;

interface WindowQuery {
  wanted: Task;
  technicianId: string | null;
  exceptTaskIds: readonly string[];
  at: Date;
}

/** The first free window from the wanted one on, searched day by day; null: none in the next weeks. */
async function nextWindow(tx: Db, { wanted, technicianId, exceptTaskIds, at }: WindowQuery): Promise<number | null> {
  const last = wanted.within.from + DAYS_AHEAD * DAY;
  const technicians = await loadTechnicians(tx, {
    ...(technicianId ? { ids: [technicianId] } : {}),
    groupId: wanted.groupId,
    within: { from: wanted.within.from, to: last },
    exceptTaskIds,
    at,
  });
  const active = technicians.filter((technician) => technician.active);
  const minutes = wanted.minutes * MINUTE;
  for (let from = wanted.within.from; from < last; from += DAY) {
    // A window that begins on this day may end on the next.
    const day = { ...wanted, within: { from, to: from + DAY + minutes } };
    const begins = active.flatMap(({ diary }) => freeWindows(diary, day, windowSettings)[0]?.from ?? []);
    if (begins.length > 0) return Math.min(...begins);
  }
  return null;
}

/** WO-12 · The message for a user whose window was just taken, with the next free window. */
export async function windowTakenRefusal(tx: Db, asked: WindowQuery): Promise<Refusal> {
  const start = await nextWindow(tx, asked);
  const details = { next: start === null ? null : new Date(start).toISOString() };
  if (start === null) {
    const said: MessageRef = { key: 'refused.WO-12.none', params: {} };
    const because = 'This window was just taken. No other window is free in the next four weeks.';
    return new Refusal('WO-12', because, { field: 'startsAt', details, said });
  }
  const next = { at: new Date(start), timeZone: asked.wanted.timeZone };
  const said: MessageRef = { key: 'refused.WO-12', params: { next } };
  const because = `This window was just taken. The next free one is ${formatInZone(next)}.`;
  return new Refusal('WO-12', because, { field: 'startsAt', details, said });
}
