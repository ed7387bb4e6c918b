'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaceTask } from '#lib/dispatch/schema.ts';
import { fitQuery, isFine, type MovingTask, type Place } from './placement.ts';

type Placed = Pick<PlaceTask, 'number' | 'version' | 'technicianId' | 'minutes' | 'timeZone'> & { startsAt: string };

interface Drop {
  zone: string;
  onAsk: (asked: { task: MovingTask; place: Place }) => void;
  onPlace: (placed: Placed) => void;
}

/** WO-17 · A dragged task: which rules it would break at the pointer, and what happens on drop. */
export function useDrop({ zone, onAsk, onPlace }: Drop) {
  const queries = useQueryClient();
  const [over, setOver] = useState<{ task: MovingTask; place: Place } | null>(null);
  const onOver = useCallback(
    (task: MovingTask, place: Place | null) =>
      setOver((before) => {
        if (!place) return before?.task.number === task.number ? null : before;
        const isSame = before?.place.technicianId === place.technicianId && before.place.from === place.from;
        return isSame ? before : { task, place };
      }),
    [],
  );

  async function drop(task: MovingTask, place: Place) {
    setOver(null);
    if (task.technicianId === place.technicianId && task.from === place.from) return;
    const fit = await queries.fetchQuery(fitQuery(task, place, zone)).catch(() => null);
    // A placement that breaks a rule opens the dialog, and so does one that could not be checked.
    if (!fit || !isFine(fit)) return onAsk({ task, place });
    const { number, version, minutes } = task;
    const startsAt = new Date(place.from).toISOString();
    onPlace({ number, version, minutes, technicianId: place.technicianId, startsAt, timeZone: zone });
  }

  const { data: fit } = useQuery({
    ...fitQuery(over?.task ?? { number: '', minutes: 0 }, over?.place ?? { technicianId: '', from: 0 }, zone),
    enabled: over !== null,
  });
  const ghost = over && {
    technicianId: over.place.technicianId,
    from: over.place.from,
    to: over.place.from + over.task.minutes * 60_000,
    fits: fit && isFine(fit),
  };

  // One stable function for all rows and renders: a row renders again only when a task is over it.
  const latest = useRef(drop);
  useEffect(() => {
    latest.current = drop;
  });
  const onDrop = useCallback((task: MovingTask, place: Place) => void latest.current(task, place), []);
  return { fit: over && fit ? fit : null, ghost, onOver, onDrop };
}
