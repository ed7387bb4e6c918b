import { localText, zonedToUtc } from '#lib/platform/local-time.ts';

const HALF_HOUR = 30 * 60_000;

/** WO-10 · The instants at which a zone's clock shows this time (2026-10-25T02:30), the earlier first: one, none or two. */
export function momentsOnTheClock(wall: string, timeZone: string): string[] {
  const near = zonedToUtc(wall, timeZone);
  if (near === null) return [];
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((step) => new Date(Date.parse(near) + step * HALF_HOUR).toISOString())
    .filter((moment) => localText(moment, timeZone) === wall);
}
