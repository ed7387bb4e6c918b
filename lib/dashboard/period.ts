import { dayAfter, formatDays, startOfDay } from '#lib/list/days.ts';
import { localText } from '#lib/platform/local-time.ts';

/** Some days, the last of which is today, in somebody's zone. */
export type DaySpan = {
  days: string[];
  /** When each of them begins and the last one ends, as ISO text in UTC. */
  bounds: string[];
  /** As a list is filtered by them. */
  text: string;
};

/** The day that a moment belongs to in a zone: 2026-11-21. */
export const dayOf = (at: Date, timeZone: string): string => localText(at.toISOString(), timeZone).slice(0, 10);

/** The last so many days, today among them. */
export function lastDays(count: number, today: string, timeZone: string): DaySpan {
  const days = Array.from({ length: count }, (_, at) => dayAfter(today, at - count + 1));
  const bounds = [...days, dayAfter(today, 1)].map((day) => startOfDay(day, timeZone));
  return { days, bounds, text: formatDays({ from: days[0] ?? today, to: today }) };
}

/** How old open cases are, by the day on which they were opened; the youngest first. */
const ages = [
  { label: 'Today', from: 0, to: null },
  { label: '1 to 3 days', from: 1, to: 3 },
  { label: '4 to 7 days', from: 4, to: 7 },
  { label: '8 to 30 days', from: 8, to: 30 },
  { label: 'More than 30 days', from: 31, to: null },
] as const;

export type Age = { label: string; opened: string };

/** The ages with the days on which such cases were opened, as a list is filtered by them. What is opened later is of today. */
export function agesAt(today: string): Age[] {
  return ages.map(({ label, from, to }, at) => {
    const earliest = at === 0 ? today : to === null ? null : dayAfter(today, -to);
    return { label, opened: formatDays({ from: earliest, to: at === 0 ? null : dayAfter(today, -from) }) };
  });
}

/** Where one age ends and the next younger one begins, the oldest first. */
export const ageBounds = (today: string, timeZone: string): string[] =>
  ages
    .slice(1)
    .map(({ from }) => startOfDay(dayAfter(today, 1 - from), timeZone))
    .reverse();
