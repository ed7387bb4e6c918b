import { Temporal } from 'temporal-polyfill';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';

/** A task as shown to its technician on the road. */
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

/** A technician's day, in the technician's time zone. */
export type Day = {
  /** 2026-11-25 */
  date: string;
  isToday: boolean;
  timeZone: string;
  before: string;
  after: string;
  tasks: DayTask[];
};

/** Start and end of a day in a time zone, and its neighbors. Days with a clock change are shorter or longer. */
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
