'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import type { TimelineFilter } from '#lib/journal/timeline-entry.ts';
import { loadUntil, NOT_FOUND } from './load-until.ts';
import type { TimelineSource } from './use-timeline.ts';

export interface LinkedEntryProps {
  /** The id of the entry in the address. */
  entry: string;
  source: TimelineSource;
  filter: TimelineFilter;
  /** Shows entries of every type, as the filter may hide this one. */
  onShowAll: () => void;
  /** The entry is already loaded. */
  isLoaded: boolean;
}

function mark(entry: string) {
  const element = document.getElementById(entryAnchor(entry));
  if (!element) return;
  for (const marked of document.querySelectorAll('[data-linked]')) marked.removeAttribute('data-linked');
  element.setAttribute('data-linked', '');
  element.tabIndex = -1;
  // Does not take the focus from a user who is typing.
  if (!document.activeElement?.matches('input, textarea, select')) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}

/** REC-2 · Scrolls to the entry in the address, once, and loads older entries until it is found. */
export function LinkedEntry({ entry, source, filter, onShowAll, isLoaded }: LinkedEntryProps) {
  const queries = useQueryClient();
  const followed = useRef('');
  const unfiltered = useRef('');
  const { error, isFetching, refetch } = useQuery({
    queryKey: ['timeline-until', source.id, entry],
    queryFn: ({ signal }) => loadUntil(queries, source, { entry, signal }),
    enabled: filter === 'all' && !isLoaded,
    // A reload of the timeline may drop the entry again.
    staleTime: 0,
  });

  useEffect(() => {
    if (followed.current === entry) return;
    if (isLoaded) {
      followed.current = entry;
      mark(entry);
    } else if (filter !== 'all' && unfiltered.current !== entry) {
      unfiltered.current = entry;
      onShowAll();
    }
  }, [entry, filter, isLoaded, onShowAll]);

  if (isLoaded) return null;
  if (isFetching) return <SkeletonRows rows={1} label="Loading the linked entry" />;
  if (error instanceof RefusedAnswer) return <Banner tone="error">{NOT_FOUND}</Banner>;
  return error && <LoadFailed onRetry={() => void refetch()}>Couldn't load the linked entry.</LoadFailed>;
}
