'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { PAGE } from '#lib/replies/filters.ts';
import type { Reply, ReplyCounts } from '#lib/replies/reply.ts';
import { keyOf, loadReplies, type RepliesSource } from './use-replies.ts';

interface OthersAnswers {
  source: RepliesSource;
  /** The shown replies. */
  rows: readonly Reply[];
  counts: ReplyCounts | undefined;
  /** The counts when the list was loaded. */
  known: ReplyCounts | null;
  patch: (change: (reply: Reply) => Reply) => void;
}

/** NOT-8 · Replies that another user has answered or closed since then say so in place, so that nobody answers twice. */
export function useOthersAnswers({ source, rows, counts, known, patch }: OthersAnswers) {
  const changed = counts && known && counts.unanswered !== known.unanswered;
  const waiting = rows.filter(({ open, answered }) => open && !answered).slice(0, PAGE);
  const only = waiting.map(({ id }) => id).join();
  const { data } = useQuery({
    queryKey: [...keyOf(source), 'waiting', counts?.all, counts?.unanswered],
    queryFn: ({ signal }) => loadReplies(source, { filter: 'all', only }, signal),
    enabled: changed === true && only !== '',
    staleTime: 0,
    gcTime: 0,
  });
  const show = useEffectEvent((now: readonly Reply[]) => {
    const byId = new Map(now.map((reply) => [reply.id, reply]));
    patch((reply) => {
      const { answered, open, state } = byId.get(reply.id) ?? reply;
      return { ...reply, answered, open, state };
    });
  });
  useEffect(() => {
    if (data) show(data.rows);
  }, [data]);
}
