import type { Interval } from '#lib/diary/interval.ts';
import { localText } from '#lib/platform/local-time.ts';

/** Local time in a zone: 2026-11-25T14:30. */
export const timeIn = (at: number, timeZone: string): string => localText(new Date(at).toISOString(), timeZone);

/** Start and end in a zone: 14:30 – 16:00. */
export const timesIn = ({ from, to }: Interval, timeZone: string): string =>
  `${timeIn(from, timeZone).slice(11)} – ${timeIn(to, timeZone).slice(11)}`;

/** A duration as text: 1 h 30 min. */
export function hoursAndMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
