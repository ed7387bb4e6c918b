'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { OfferedWindow, OfferedWindows } from '#lib/appointment/windows-of.ts';

export interface WindowsQuery {
  number: string;
  /** The first date, in the site's time zone; empty: today. */
  from: string;
  technicianId: string;
  /** Empty: the task's own duration. */
  minutes: string;
}

/** WO-11 · The windows that are free now, requested again whenever the dialog's query changes. */
export function useWindows({ number, ...query }: WindowsQuery) {
  const filled = Object.entries(query).filter(([, value]) => value !== '');
  const params = new URLSearchParams({ number, ...Object.fromEntries(filled) }).toString();
  return useQuery({
    queryKey: ['appointment-windows', params],
    queryFn: ({ signal }) => fetchJson<OfferedWindows>(`/api/appointment-windows?${params}`, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** The windows by day in the site's time zone: the day's label, and each window with its start time. */
export function windowsByDay({ windows, timeZone }: Pick<OfferedWindows, 'windows' | 'timeZone'>) {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const shown = windows.map((window: OfferedWindow) => ({
    ...window,
    day: day.format(new Date(window.from)),
    time: clock.format(new Date(window.from)),
  }));
  return [...Map.groupBy(shown, (window) => window.day)].map(([name, own]) => ({ name, windows: own }));
}
