'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { momentsOnTheClock } from '#lib/dispatch/moments-on-the-clock.ts';
import type { TechnicianRanking } from '#lib/dispatch/queries/rank-technicians.ts';
import { timeIn } from '#lib/dispatch/words-of-time.ts';
import { fitQuery, type MovingTask, type Place } from './placement.ts';

interface PlaceForm {
  task: MovingTask;
  place: Place | null;
  day: string;
  zone: string;
}

/** The form of the dialog *Move...*, with the server's answer about it. */
export function usePlaceForm({ task, place, day: boardDay, zone }: PlaceForm) {
  const begins = place?.from ?? task.from;
  const [technicianId, setTechnician] = useState(place?.technicianId ?? task.technicianId ?? '');
  const [day, setDay] = useState(begins === null ? boardDay : timeIn(begins, zone).slice(0, 10));
  const [time, setTime] = useState(begins === null ? '' : timeIn(begins, zone).slice(11));
  const [minutes, setMinutes] = useState(String(task.minutes));
  const [later, setLater] = useState(false);

  const moments = day && time ? momentsOnTheClock(`${day}T${time}`, zone) : [];
  const startsAt = moments[later ? moments.length - 1 : 0] ?? null;
  const duration = Number(minutes);
  const isLong = Number.isInteger(duration) && duration >= 15 && duration <= 720;

  const who = useQuery({
    queryKey: ['who-should-go', task.number, day, duration, zone],
    queryFn: ({ signal }) => {
      const params = new URLSearchParams({ number: task.number, day, minutes, timeZone: zone });
      return fetchJson<TechnicianRanking>(`/api/dispatch/who-should-go?${params}`, signal);
    },
    enabled: day !== '' && isLong,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const placement = { number: task.number, minutes: duration };
  const fit = useQuery({
    ...fitQuery(placement, { technicianId, from: startsAt ? Date.parse(startsAt) : 0 }, zone),
    enabled: technicianId !== '' && startsAt !== null && isLong,
  });
  return {
    values: { technicianId, day, time, minutes, later },
    setTechnician,
    setDay,
    setTime,
    setMinutes,
    setLater,
    /** WO-10 · How often this local time exists: not at all or twice around a clock change. */
    clock: day && time ? moments.length : 1,
    startsAt,
    duration,
    who,
    fit: fit.data ?? null,
  };
}
