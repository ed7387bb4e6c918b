'use client';

import { ButtonLink } from '#components/ui/button-link.tsx';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { isOver } from '#lib/kinds/work-order-task/states.ts';
import type { Day } from '#lib/technician-day/day.ts';

const pathOf = (date: string) => `/workspace/my-day?date=${date}`;

function dayName(date: string, locale: string): string {
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return named.format(new Date(`${date}T12:00:00Z`));
}

/** The day, its progress, and links to the previous and next day. */
export function DayHeader({ day: { date, isToday, before, after, tasks } }: { day: Day }) {
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
