import type { Diary } from './diary.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** WO-17 · The diary of somebody who works whenever a dispatcher confirms it: only what is booked stands in the way. */
export function aroundTheClock(diary: Diary): Diary {
  const hours = weekdays.map((weekday) => ({ weekday, from: '00:00', to: '00:00', validFrom: null, validTo: null }));
  return { ...diary, plan: { ...diary.plan, hours, daysOff: [] } };
}
