'use client';

import { useEffect, useState } from 'react';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import type { KnownIssues } from '#lib/portal/queries/known-issues.ts';

/** Delay after the last key before the request. */
const PAUSE_MS = 350;

const nothingKnown: KnownIssues = { outages: [], cases: [], solved: [], articles: [] };

/** POR-8 · Known issues that match the description; only the latest answer counts. */
export function useKnownIssues(described: string): KnownIssues {
  const [known, setKnown] = useState(nothingKnown);
  useEffect(() => {
    const stopped = new AbortController();
    async function ask() {
      const address = `/api/portal/known?${new URLSearchParams({ q: described.slice(0, 200) })}`;
      const response = await fetch(address, { signal: stopped.signal }).catch(() => null);
      if (response?.status === 401) notifyUnauthorized();
      if (response?.ok) setKnown(await response.json());
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [described]);
  return known;
}
