import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Considered } from '#lib/task/would-update.ts';

const PAUSE_MS = 300;

async function ask(body: string, signal: AbortSignal): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/api/would-update', { method: 'POST', headers, body, signal });
  if (!response.ok) throw new Error(`What would be updated was answered with ${response.status}.`);
  const { count }: { count: number } = await response.json();
  return count;
}

/** SYNC-3 · How many cases what somebody is about to do would update, asked for when the typing pauses; 0 until it is known. */
export function useWouldUpdate(considered: Considered | null): number {
  const body = considered ? JSON.stringify(considered) : '';
  const [settled, setSettled] = useState(considered?.what === 'save' ? '' : body);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body]);
  const { data } = useQuery({
    queryKey: ['would-update', settled],
    queryFn: ({ signal }) => ask(settled, signal),
    enabled: settled !== '' && settled === body,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return (settled === body && data) || 0;
}
