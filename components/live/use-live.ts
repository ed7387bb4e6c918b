'use client';

import { use, useEffect, useEffectEvent } from 'react';
import type { Present } from '#lib/live/presence.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { LiveEvent } from './live-event.ts';
import { LiveContext } from './live-provider.tsx';

/** Calls with everything that a page hears. */
export function useLiveEvents(hear: (event: LiveEvent) => void) {
  const subscribe = use(LiveContext);
  const onEvent = useEffectEvent(hear);
  useEffect(() => subscribe((event) => onEvent(event)), [subscribe]);
}

/** What a page shows: records with those that name them, such as a case with its requests, and what these name. */
export type Shown = { records: readonly string[]; names: readonly string[] };

/** Calls when something of what is shown changed, and when settings did; also after the connection was away. */
export function useLive({ records, names }: Shown, onChange: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync' || event.type === 'settings') onChange();
    if (event.type !== 'change') return;
    const isShown = event.changed.some(({ id }) => records.includes(id) || names.includes(id));
    if (isShown || event.beside.some((id) => records.includes(id))) onChange();
  });
}

/** Calls with the records of a kind that changed; `onResync` when the connection was away and nobody knows. */
export function useLiveKind(kind: TaskKind, onChange: (ids: string[]) => void, onResync: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync') onResync();
    if (event.type !== 'change') return;
    const ids = event.changed.filter((record) => record.kind === kind).map(({ id }) => id);
    if (ids.length > 0) onChange(ids);
  });
}

/** Calls with everybody else who is on the record, whenever that changes. */
export function useLivePresence(taskId: string, onPeople: (people: Present[]) => void) {
  useLiveEvents((event) => {
    if (event.type === 'presence' && event.taskId === taskId) onPeople(event.people);
  });
}
