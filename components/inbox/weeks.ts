import { dayKey, exactDay } from '#components/ui/format-time.ts';
import type { Reader } from '#components/ui/time-ago.tsx';
import type { InboxItem } from '#lib/inbox/item.ts';

const DAY = 86_400_000;

/** Lines of one week, which begins on a Monday. */
export type Week = { monday: number; label: string; items: InboxItem[] };

/** The Monday of the week of a date in the reader's time zone, as midnight UTC. */
function mondayOf(at: Date, timeZone: string): number {
  const day = Date.parse(dayKey(at, timeZone));
  return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
}

/** The lines by week, newest first: This week, Last week, Week of 9 Nov 2026. */
export function weeksOf(items: readonly InboxItem[], { locale, timeZone, now }: Reader): Week[] {
  const thisMonday = mondayOf(new Date(now), timeZone);
  const labelOf = (monday: number) => {
    if (monday === thisMonday) return 'This week';
    if (monday === thisMonday - 7 * DAY) return 'Last week';
    return `Week of ${exactDay(new Date(monday), locale, 'UTC')}`;
  };
  const weeks = Map.groupBy(items, ({ at }) => mondayOf(new Date(at), timeZone));
  return [...weeks].map(([monday, own]) => ({ monday, label: labelOf(monday), items: own }));
}
