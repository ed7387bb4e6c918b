import { dayAfter, formatDays, startOfDay } from '#lib/list/days.ts';
import { localText } from '#lib/platform/local-time.ts';

/** A number of days in a time zone; the last day is today. */
export type DaySpan = {
  days: string[];
  /** The start of each day and the end of the last one, as ISO text in UTC. */
  bounds: string[];
  /** The same days as the text of a list filter. */
  text: string;
};

/** The day of a time in a zone: 2026-11-21. */
export const dayOf = (at: Date, timeZone: string): string => localText(at.toISOString(), timeZone).slice(0, 10);

/** The last `count` days, including today. */
export function lastDays(count: number, today: string, timeZone: string): DaySpan {
  const days = Array.from({ length: count }, (_, at) => dayAfter(today, at - count + 1));
  const bounds = [...days, dayAfter(today, 1)].map((day) => startOfDay(day, timeZone));
  return { days, bounds, text: formatDays({ from: days[0] ?? today, to: today }) };
}

/** Age groups of open cases, by the day they were opened; the youngest first. */
const ages = [
  { label: 'Today', from: 0, to: null },
  { label: '1 to 3 days', from: 1, to: 3 },
  { label: '4 to 7 days', from: 4, to: 7 },
  { label: '8 to 30 days', from: 8, to: 30 },
  { label: 'More than 30 days', from: 31, to: null },
] as const;

export type Age = { label: string; opened: string };

/** Each age group with the list filter for its opening days. Cases opened after today count as today's. */
export function agesAt(today: string): Age[] {
  return ages.map(({ label, from, to }, at) => {
    const earliest = at === 0 ? today : to === null ? null : dayAfter(today, -to);
    return { label, opened: formatDays({ from: earliest, to: at === 0 ? null : dayAfter(today, -from) }) };
  });
}

/** The times that separate one age group from the next younger one, the oldest first. */
export const ageBounds = (today: string, timeZone: string): string[] =>
  ages
    .slice(1)
    .map(({ from }) => startOfDay(dayAfter(today, 1 - from), timeZone))
    .reverse();
