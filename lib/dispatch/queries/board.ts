import { mayDispatch } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import { type Interval, MINUTE, without } from '#lib/diary/interval.ts';
import { type LoadedTechnician, loadTechnicians } from '#lib/diary/load-technicians.ts';
import { shiftsWithin } from '#lib/diary/working-hours.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { localText } from '#lib/platform/local-time.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { BoardQuery } from '../board-query.ts';
import { type Axis, axisOf, dayWithin } from '../day-of-board.ts';
import { daysOffOn, technicianIds } from './technicians-of-board.ts';

/** A task as the board shows it, placed or not. */
export interface BoardTask {
  number: string;
  version: number;
  title: string;
  account: string;
  state: StateShown;
  priority: PriorityShown;
  /** The duration. */
  minutes: number;
}

export interface Block extends BoardTask, Interval {
  technicianId: string;
  /** When the technician leaves for it. */
  setsOut: number;
}

export interface BoardRow {
  id: string;
  name: string;
  region: string;
  skills: string;
  /** Description of the day off; null if the technician works that day. */
  off: string | null;
  freeMinutes: number;
  offHours: Interval[];
  blocks: Block[];
}

export interface Board {
  day: string;
  today: string;
  zone: string;
  axis: Axis;
  rows: BoardRow[];
  /** The number of all technicians, of whom this is one page. */
  count: number;
}

interface BlockRow extends Omit<Block, 'state' | 'priority' | 'from' | 'to' | 'setsOut' | 'minutes'> {
  state: string;
  priority: number;
  from: Date;
  to: Date;
  setsOut: Date | null;
}

type BoardOfZone = Omit<BoardQuery, 'zone' | 'q'> & { zone: string };

/** WO-7 · A page of technicians with their visits, travel times and time off on a day in the board's time zone. */
export async function dispatchBoard(actor: Actor, query: BoardOfZone, pageSize: number): Promise<Board> {
  enforce(mayDispatch(actor));
  const at = now();
  const { zone } = query;
  const today = localText(at.toISOString(), zone).slice(0, 10);
  const day = query.day ?? today;
  const within = dayWithin(day, zone);
  const { ids, count } = await technicianIds(query, pageSize);
  const [technicians, blocks, offs] = await Promise.all([
    loadTechnicians(db(), { ids, within, at }),
    blocksOf(actor, ids, within),
    daysOffOn(ids, day),
  ]);
  const byId = new Map(technicians.map((each) => [each.id, each]));
  const blocksById = Map.groupBy(blocks, ({ technicianId }) => technicianId);
  const shown = ids.flatMap((id) => {
    const technician = byId.get(id);
    return technician ? [shownRow(technician, blocksById.get(id) ?? [], within, offs.get(id) ?? null)] : [];
  });
  const axis = axisOf(
    day,
    zone,
    shown.flatMap(({ seen }) => seen),
  );
  const rows = shown.map(({ row, shifts }) => ({ ...row, offHours: without([axis], shifts) }));
  return { day, today, zone, axis, rows, count };
}

function shownRow(technician: LoadedTechnician, blocks: Block[], within: Interval, off: string | null) {
  const { id, name, regionId, skills, diary } = technician;
  const shifts = shiftsWithin(diary.plan, within).map((shift) => clipped(shift, within));
  const taken = blocks.map(({ setsOut, to }) => ({ from: setsOut, to }));
  const free = without(shifts, taken).reduce((sum, { from, to }) => sum + to - from, 0);
  const seen = [...shifts, ...taken.map((each) => clipped(each, within))];
  const row = { id, name, region: regionId ?? '', skills: skills.join(', '), off, freeMinutes: free / MINUTE, blocks };
  return { row, shifts, seen };
}

const clipped = ({ from, to }: Interval, { from: first, to: last }: Interval): Interval => ({
  from: Math.max(from, first),
  to: Math.min(to, last),
});

async function blocksOf(actor: Actor, ids: readonly string[], { from, to }: Interval): Promise<Block[]> {
  const [begins, ends] = [new Date(from), new Date(to)];
  const rows = await db().$queryRaw<BlockRow[]>`
    select t.number, t.version, t.short_description as title, coalesce(a.name, '') as account, t.state, t.priority,
      t.assigned_to_id as "technicianId", o.planned_start as from, o.planned_end as to, v.occupied_from as "setsOut"
    from tasks t join work_order_tasks o using (id) left join accounts a on a.id = t.account_id
    left join appointments v on v.task_id = t.id and v.state = 'booked'
    where t.assigned_to_id = any(${[...ids]}::uuid[]) and t.kind = 'work_order_task' and t.state <> 'cancelled'
      and o.planned_start < ${ends} and o.planned_end > ${begins} and (${readableOf('work_order_task', actor)})
    order by o.planned_start, t.number`;
  return rows.map(({ state, priority, setsOut, ...row }) => {
    const [starts, finishes] = [row.from.getTime(), row.to.getTime()];
    return {
      ...row,
      from: starts,
      to: finishes,
      minutes: Math.round((finishes - starts) / MINUTE),
      setsOut: Math.min(setsOut?.getTime() ?? starts, starts),
      state: stateShown('work_order_task', state),
      priority: priorityShown(priority),
    };
  });
}
