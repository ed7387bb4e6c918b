'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { Condition } from '#lib/affected-customers/condition.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import type { Matches } from '#lib/affected-customers/queries/matches.ts';

const PAUSE_MS = 200;

/** MAJ-5 · The customers that match a condition, requested when the user stops typing and the condition is complete. */
export function useMatches(number: string, of: CustomerSort, condition: unknown) {
  const whole = Condition.safeParse(condition).data;
  const text = whole ? JSON.stringify(whole) : '';
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isError, isPlaceholderData, refetch } = useQuery({
    queryKey: ['recipients-matches', number, of, settled],
    queryFn: ({ signal }) =>
      fetchJson<Matches>(`/api/recipients/matches?${new URLSearchParams({ number, of, condition: settled })}`, signal),
    enabled: settled !== '' && settled === text,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return {
    found: whole ? data : undefined,
    isWhole: whole !== undefined,
    isOld: settled !== text || isPlaceholderData,
    isError,
    retry: () => void refetch(),
  };
}
