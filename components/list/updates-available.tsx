'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLiveKind } from '#components/live/use-live.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';
import { Button } from '#components/ui/button.tsx';
import { MAX_ASKED } from '#lib/list/most-asked.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** A list younger than this, in milliseconds, has missed no change before the page began to listen. */
const YOUNG = 5_000;
/** Delay to batch changes in quick succession, in milliseconds. */
const GATHER = 500;

/** The changed records, and the number of changes. */
type Changed = { ids: readonly string[]; times: number };

interface UpdatesAvailableProps {
  kind: TaskKind;
  /** The list's query, from its address. */
  query: string;
  /** The record numbers on this page with their versions, separated by commas. */
  shown: string;
}

/**
 * Says how many records of the list or its shown page have changed since it was rendered, and shows them on demand: rows do not
 * move by themselves. A freshly rendered list mounts a new instance, by its key.
 */
export function UpdatesAvailable({ kind, query, shown }: UpdatesAvailableProps) {
  const [changed, setChanged] = useState<Changed>({ ids: [], times: 0 });
  const [missed, setMissed] = useState(false);
  const [madeAt] = useState(() => Date.now());
  const refresh = useSafeRefresh();
  useLiveKind(
    kind,
    // A repeated change of the same record counts again: the record may have entered or left the list.
    (ids) => setChanged((before) => ({ ids: [...new Set([...before.ids, ...ids])], times: before.times + 1 })),
    () => setMissed((before) => before || Date.now() - madeAt > YOUNG),
  );

  const tooMany = changed.ids.length > MAX_ASKED;
  const gathered = useGathered(changed);
  const { data: count = 0, isError } = useQuery({
    queryKey: ['list-changes', kind, query, madeAt, gathered.times],
    queryFn: ({ signal }) => countChanged({ kind, query, shown, changed: gathered.ids }, signal),
    enabled: gathered.times > 0 && !tooMany,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  const { label, plural } = taskKinds[kind];
  const noun = (count === 1 ? label : plural).toLowerCase();
  const unknown = missed || tooMany || isError;
  const text = count > 0 && !unknown ? `${count.toLocaleString('en')} ${noun} changed` : `${plural} may have changed`;
  return (
    <div role="status" className="flex min-h-7 items-center">
      {(count > 0 || unknown) && (
        <Button size="s" variant="quiet" onClick={refresh}>
          {`${text} - Show`}
        </Button>
      )}
    </div>
  );
}

/** The changes batched since the first one; later changes do not extend the delay. */
function useGathered(changed: Changed): Changed {
  const [gathered, setGathered] = useState(changed);
  const isBehind = changed !== gathered;
  const catchUp = useEffectEvent(() => setGathered(changed));
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(catchUp, GATHER);
    return () => clearTimeout(timer);
  }, [isBehind]);
  return gathered;
}

function shownRecord(text: string) {
  const [number = '', version] = text.split(' ');
  return { number, version: Number(version) };
}

type Query = { kind: TaskKind; query: string; shown: string; changed: readonly string[] };

async function countChanged({ shown, ...query }: Query, signal: AbortSignal): Promise<number> {
  const response = await fetch('/api/list-changes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...query, shown: shown === '' ? [] : shown.split(',').map(shownRecord) }),
    signal,
  });
  if (!response.ok) throw new Error(`The changes of the list were answered with ${response.status}.`);
  const { count }: { count: number } = await response.json();
  return count;
}
