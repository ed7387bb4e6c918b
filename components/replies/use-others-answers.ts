'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { PAGE } from '#lib/replies/filters.ts';
import type { Reply, ReplyCounts } from '#lib/replies/reply.ts';
import { keyOf, loadReplies, type RepliesSource } from './use-replies.ts';

interface OthersAnswers {
  source: RepliesSource;
  counts: ReplyCounts | undefined;
  /** What there was when the list was read. */
  known: ReplyCounts | null;
  patch: (change: (reply: Reply) => Reply) => void;
}

/** NOT-8 · What somebody else has answered meanwhile says so in its place, so that nobody answers it again. */
export function useOthersAnswers({ source, counts, known, patch }: OthersAnswers) {
  const changed = counts && known && counts.unanswered !== known.unanswered && counts.unanswered <= PAGE;
  const { data: waiting } = useQuery({
    queryKey: [...keyOf(source), 'waiting', counts?.all, counts?.unanswered],
    queryFn: ({ signal }) => loadReplies(source, { filter: 'unanswered' }, signal),
    enabled: changed === true,
    staleTime: 0,
    gcTime: 0,
  });
  const show = useEffectEvent((left: readonly Reply[]) => {
    const ids = new Set(left.map(({ id }) => id));
    patch((reply) => (ids.has(reply.id) ? reply : { ...reply, answered: true }));
  });
  useEffect(() => {
    if (waiting) show(waiting.rows);
  }, [waiting]);
}
