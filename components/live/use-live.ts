'use client';

import { use, useEffect, useEffectEvent } from 'react';
import type { PresentUser } from '#lib/live/presence.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { LiveEvent } from './live-event.ts';
import { LiveContext } from './live-provider.tsx';

/** Calls with every live event. */
export function useLiveEvents(listener: (event: LiveEvent) => void) {
  const subscribe = use(LiveContext);
  const onEvent = useEffectEvent(listener);
  useEffect(() => subscribe((event) => onEvent(event)), [subscribe]);
}

/** A page's records, including those that refer to `records` (such as a case's requests), and the `names` they refer to. */
export type Shown = { records: readonly string[]; names: readonly string[] };

/** Calls when a shown record or a setting has changed, and after the connection was lost. */
export function useLive({ records, names }: Shown, onChange: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync' || event.type === 'settings') onChange();
    if (event.type !== 'change') return;
    const isShown = event.changed.some(({ id }) => records.includes(id) || names.includes(id));
    if (isShown || event.beside.some((id) => records.includes(id))) onChange();
  });
}

/** Calls with the changed records of a kind; `onResync` after a lost connection, when the changes are unknown. */
export function useLiveKind(kind: TaskKind, onChange: (ids: string[]) => void, onResync: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync') onResync();
    if (event.type !== 'change') return;
    const ids = event.changed.filter((record) => record.kind === kind).map(({ id }) => id);
    if (ids.length > 0) onChange(ids);
  });
}

/** Calls with the other users on the record, whenever they change. */
export function useLivePresence(taskId: string, onPeople: (people: PresentUser[]) => void) {
  useLiveEvents((event) => {
    if (event.type === 'presence' && event.taskId === taskId) onPeople(event.people);
  });
}
