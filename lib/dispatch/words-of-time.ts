import type { Interval } from '#lib/diary/interval.ts';
import { localText } from '#lib/platform/local-time.ts';

/** What the clock of a zone shows at a moment: 2026-11-25T14:30. */
export const timeIn = (at: number, timeZone: string): string => localText(new Date(at).toISOString(), timeZone);

/** From when to when by the clock of a zone: 14:30 – 16:00. */
export const timesIn = ({ from, to }: Interval, timeZone: string): string =>
  `${timeIn(from, timeZone).slice(11)} – ${timeIn(to, timeZone).slice(11)}`;

/** So many minutes, as people say them: 1 h 30 min. */
export function hoursAndMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
