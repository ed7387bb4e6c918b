'use client';

import { useEffect } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { Button } from '#components/ui/button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isOver } from '#lib/kinds/work-order-task/states.ts';
import type { Day } from '#lib/technician-day/day.ts';
import { isUnsent, withSteps } from '#lib/technician-day/outbox.ts';
import { cacheDay } from './cached-day.ts';
import { DayTaskCard } from './day-task-card.tsx';
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
    if (isToday) cacheDay(userId, content).catch(() => undefined);
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

const pathOf = (date: string) => `/workspace/my-day?date=${date}`;

function dayName(date: string, locale: string): string {
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return named.format(new Date(`${date}T12:00:00Z`));
}

/** The day, its progress, and links to the previous and next day. */
function DayHeader({ day: { date, isToday, before, after, tasks } }: { day: Day }) {
  const { locale } = useLocale();
  const done = tasks.filter(({ state }) => isOver(state)).length;
  return (
    <PageHeader
      title={dayName(date, locale)}
      meta={`${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}, ${done} done`}
      actions={
        <>
          <ButtonLink href={pathOf(before)}>Previous day</ButtonLink>
          {!isToday && <ButtonLink href="/workspace/my-day">Today</ButtonLink>}
          <ButtonLink href={pathOf(after)}>Next day</ButtonLink>
        </>
      }
    />
  );
}

/** The number of steps stored only on this phone. */
function OutboxBanner({ outbox: { steps, send } }: { outbox: Outbox }) {
  const count = steps.filter(isUnsent).length;
  const isHeld = steps.some(({ status }) => status === 'held');
  return (
    <div role="status">
      {count > 0 && (
        <div className="mb-4 flex items-center gap-3 rounded-md bg-tone-amber-soft px-3 py-2 text-tone-amber">
          <Icon name="smartphone" className="size-4 shrink-0" />
          <p className="min-w-0 flex-1">
            <b className="block font-semibold">
              {count} {count === 1 ? 'step is' : 'steps are'} on this phone
            </b>
            {isHeld ? 'Some need your answer below.' : 'Each is sent once, as soon as there is a network.'}
          </p>
          <Button className="min-h-11" onClick={() => void send()}>
            Send now
          </Button>
        </div>
      )}
    </div>
  );
}
