'use client';

import { use, useEffect, useEffectEvent } from 'react';
import type { Present } from '#lib/live/presence.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { LiveEvent } from './live-event.ts';
import { LiveContext } from './live-provider.tsx';

function useLiveEvents(hear: (event: LiveEvent) => void) {
  const subscribe = use(LiveContext);
  const onEvent = useEffectEvent(hear);
  useEffect(() => subscribe((event) => onEvent(event)), [subscribe]);
}

/**
 * Calls when one of these records changed, or records were reached through one of them: a page names the record that it
 * shows and those that it is related to. Also after the connection was away.
 */
export function useLive(ids: readonly string[], onChange: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync') onChange();
    if (event.type !== 'change') return;
    const named = event.changed.some(({ id }) => ids.includes(id));
    if (named || event.reached.some(({ through }) => ids.includes(through))) onChange();
  });
}

/** Calls with how many records of a kind changed elsewhere; `onResync` when the connection was away and nobody knows. */
export function useLiveKind(kind: TaskKind, onCount: (count: number) => void, onResync?: () => void) {
  useLiveEvents((event) => {
    if (event.type === 'resync') onResync?.();
    if (event.type !== 'change') return;
    const named = event.changed.filter((record) => record.kind === kind).length;
    const reached = event.reached.filter((fanOut) => fanOut.kind === kind);
    const count = reached.reduce((sum, fanOut) => sum + fanOut.count, named);
    if (count > 0) onCount(count);
  });
}

/** Calls with everybody else who is on the record, whenever that changes. */
export function useLivePresence(taskId: string, onPeople: (people: Present[]) => void) {
  useLiveEvents((event) => {
    if (event.type === 'presence' && event.taskId === taskId) onPeople(event.people);
  });
}
