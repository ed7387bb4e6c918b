import type { Diary } from './diary.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** WO-17 · A diary for a dispatcher who ignores working hours: only booked visits block a window. */
export function aroundTheClock(diary: Diary): Diary {
  const hours = weekdays.map((weekday) => ({ weekday, from: '00:00', to: '00:00', validFrom: null, validTo: null }));
  return { ...diary, plan: { ...diary.plan, hours, daysOff: [] } };
}
