'use client';

import { useEffect } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { isOver } from '#lib/kinds/work-order-task/states.ts';
import type { Day } from '#lib/technician-day/day.ts';
import { withSteps } from '#lib/technician-day/outbox.ts';
import { DayHeader } from './day-header.tsx';
import { DayTaskCard } from './day-task-card.tsx';
import { keepDay } from './kept-day.ts';
import { OutboxBanner } from './outbox-banner.tsx';
import type { Outbox } from './use-outbox.ts';
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

/** WO-18 · The tasks of a day by planned start; the first unfinished one is expanded. */
function DayList({ day: { tasks, timeZone }, outbox }: { day: Day; outbox: Outbox }) {
  if (tasks.length === 0)
    return <EmptyState title="No tasks on this day">Tasks that are assigned to you appear here.</EmptyState>;
  const current = tasks.find(({ state }) => state === 'work_in_progress') ?? tasks.find(({ state }) => !isOver(state));
  return (
    <ol className="grid gap-3">
      {tasks.map((task) => (
        <li key={task.id}>
          <DayTaskCard task={task} timeZone={timeZone} isCurrent={task === current} outbox={outbox} />
        </li>
      ))}
    </ol>
  );
}
