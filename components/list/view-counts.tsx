'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { TaskKind } from '#lib/record/kind.ts';

/** Counts older than this, in milliseconds, are requested again. */
const OLD = 60_000;
/** Maximum number of views counted in one request. */
const MAX = 30;
/** Larger counts show as 9,999+. */
const MANY = 9_999;

const Counts = createContext<ReadonlyMap<string, number>>(new Map());

interface ViewCountsProps {
  kind: TaskKind;
  queries: readonly string[];
  children: ReactNode;
}

/** Requests the views' record counts when the browser is idle. */
export function ViewCounts({ kind, queries, children }: ViewCountsProps) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const countedQueries = queries.slice(0, MAX);
  const { data } = useQuery({
    queryKey: ['view-counts', kind, countedQueries],
    queryFn: ({ signal }) => countsOf({ kind, queries: countedQueries }, signal),
    enabled: idle,
    staleTime: OLD,
    retry: false,
  });
  const known = countedQueries.flatMap((query, at) => {
    const count = data?.[at];
    return typeof count === 'number' ? [[query, count] as const] : [];
  });
  return <Counts value={new Map(known)}>{children}</Counts>;
}

/** A view's record count. Space is reserved before it loads, so that nothing moves. */
export function ViewCount({ query }: { query: string }) {
  const count = use(Counts).get(query);
  return (
    <span className="min-w-7 text-right text-xs font-normal text-ink-faint tabular-nums">
      {count !== undefined && (count > MANY ? `${MANY.toLocaleString('en')}+` : count.toLocaleString('en'))}
    </span>
  );
}

async function countsOf(
  asked: { kind: TaskKind; queries: readonly string[] },
  signal: AbortSignal,
): Promise<readonly (number | null)[]> {
  const response = await fetch('/api/view-counts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    signal,
  });
  if (!response.ok) throw new Error(`The counts of the views were answered with ${response.status}.`);
  return await response.json();
}
