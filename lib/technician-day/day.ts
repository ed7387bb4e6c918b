import { Temporal } from 'temporal-polyfill';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';

/** A task as its technician sees it on the way. */
export type DayTask = {
  id: string;
  number: string;
  version: number;
  title: string;
  description: string;
  state: WorkOrderTaskState;
  plannedStart: string | null;
  plannedEnd: string | null;
  actualStart: string | null;
  actualEnd: string | null;
  address: string;
  company: string | null;
  person: string | null;
  phone: string;
  item: string | null;
};

/** One day of a technician, on the clock of the technician's zone. */
export type Day = {
  /** 2026-11-25 */
  date: string;
  isToday: boolean;
  timeZone: string;
  before: string;
  after: string;
  tasks: DayTask[];
};

/** When a day of a zone begins and ends, and the days beside it: those with a change of clocks are shorter or longer. */
export function boundsOf(date: string, timeZone: string) {
  const day = Temporal.PlainDate.from(date);
  const begin = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(timeZone).epochMilliseconds);
  const next = day.add({ days: 1 });
  return {
    from: begin(day),
    to: begin(next),
    before: day.subtract({ days: 1 }).toString(),
    after: next.toString(),
  };
}
