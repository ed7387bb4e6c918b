import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';
import { zonedToUtc } from '#lib/platform/local-time.ts';

/** Whole days, both ends included, as 2026-11-21; null: open-ended. */
export type Days = { from: string | null; to: string | null };

const DAYS = /^([12]\d{3}-\d\d-\d\d)?\.\.([12]\d{3}-\d\d-\d\d)?$/;

const isDay = (day: string | undefined) => day === undefined || parseIsoDateTime(`${day}T00:00Z`) !== null;

/** Reads `2026-11-01..2026-11-07`; either side may be missing. Null if the text is malformed. */
export function parseDays(text: string): Days | null {
  const [whole, from, to] = DAYS.exec(text) ?? [];
  if (!whole || !isDay(from) || !isDay(to) || !(from ?? to)) return null;
  return { from: from ?? null, to: to ?? null };
}

export const formatDays = ({ from, to }: Days): string => `${from ?? ''}..${to ?? ''}`;

/** As a filter chip shows it: 2026-11-01 to 2026-11-07. */
export function daysShown({ from, to }: Days): string {
  if (from === to) return from ?? '';
  if (from === null) return `until ${to}`;
  return to === null ? `since ${from}` : `${from} to ${to}`;
}

/** The day `days` later; earlier if negative. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** When a day begins in a zone, as ISO text in UTC. */
export const startOfDay = (day: string, timeZone: string): string => zonedToUtc(`${day}T00:00`, timeZone) ?? day;
