import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImpactMessage, PlannedAction } from '#lib/record-page/would-update.ts';

const PAUSE_MS = 300;
const NOTHING: ImpactMessage = { message: '', replies: null };

async function ask(body: string, signal: AbortSignal): Promise<ImpactMessage> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/api/would-update', { method: 'POST', headers, body, signal });
  if (!response.ok) throw new Error(`What would be updated was answered with ${response.status}.`);
  return response.json();
}

/** SYNC-3 · The effect on cases of a planned action, requested when the user stops typing; empty until known. */
export function useWouldUpdate(considered: PlannedAction | null): ImpactMessage {
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
  return (settled === body && data) || NOTHING;
}
