/** A time interval in milliseconds since 1970; the end is exclusive. */
export interface Interval {
  from: number;
  to: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The longest year. */
export const YEAR = 366 * DAY;

export const minutesOfVisit = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE);

export const overlap = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;

export const contains = (outer: Interval, inner: Interval): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** The parts of the intervals that are not busy, sorted by time. */
export function without(stretches: readonly Interval[], busy: readonly Interval[]): Interval[] {
  const inOrder = busy.toSorted(byTime);
  return joined(stretches).flatMap((stretch) => {
    const free: Interval[] = [];
    let { from } = stretch;
    for (const each of inOrder) {
      if (!overlap(each, { from, to: stretch.to })) continue;
      if (each.from > from) free.push({ from, to: each.from });
      from = each.to;
    }
    if (from < stretch.to) free.push({ from, to: stretch.to });
    return free;
  });
}

/** Merges intervals that touch or overlap, sorted by time. */
function joined(stretches: readonly Interval[]): Interval[] {
  const whole: Interval[] = [];
  for (const { from, to } of stretches.toSorted(byTime)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) whole.push({ from, to });
  }
  return whole;
}

export const byTime = (a: Interval, b: Interval): number => a.from - b.from || a.to - b.to;
