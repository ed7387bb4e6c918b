'use client';

import { useEffect } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import type { Day } from '#lib/technician-day/day.ts';
import { withSteps } from '#lib/technician-day/outbox.ts';
import { DayHeader } from './day-header.tsx';
import { DayList } from './day-list.tsx';
import { keepDay } from './kept-day.ts';
import { OutboxBanner } from './outbox-banner.tsx';
import { useOutbox } from './use-outbox.ts';

/** WO-18 · The tasks of a technician's day, online or offline. */
export function MyDay({ day, userId }: { day: Day; userId: string }) {
  const refresh = useSafeRefresh();
  const outbox = useOutbox(userId, refresh);
  useLive({ records: day.tasks.map(({ id }) => id), names: [] }, refresh);
  const { isToday } = day;
  const content = JSON.stringify(day.tasks);

  useEffect(() => {
    if (isToday) keepDay(userId, content).catch(() => undefined);
  }, [userId, isToday, content]);

  const shown = { ...day, tasks: day.tasks.map((task) => withSteps(task, outbox.steps)) };
  return (
    <>
      <OutboxBanner outbox={outbox} />
      <DayHeader day={shown} />
      <DayList day={shown} outbox={outbox} />
    </>
  );
}
