'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { Reply, ReplyCounts } from '#lib/replies/reply.ts';
import { type RepliesSource, sendMarks } from './use-replies.ts';

/** Delay to batch marks in quick succession, in milliseconds. */
const GATHER = 300;

interface Marking {
  source: RepliesSource;
  patch: (change: (reply: Reply) => Reply) => void;
  onCounts: (counts: ReplyCounts) => void;
}

/** NOT-8 · Marks replies as read or unread: at once on the screen, shortly after on the server. */
export function useMarks({ source, patch, onCounts }: Marking) {
  const waiting = useRef(new Map<string, boolean>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useEffectEvent(async () => {
    const marks = [...waiting.current];
    waiting.current.clear();
    for (const read of [true, false]) {
      const ids = marks.filter(([, asRead]) => asRead === read).map(([id]) => id);
      const counts = ids.length > 0 ? await sendMarks(source, ids, read) : null;
      if (counts) onCounts(counts);
    }
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void send();
    },
    [],
  );

  return function mark({ id, unread }: Reply, read: boolean) {
    // The last mark may not be rendered yet.
    if ((waiting.current.get(id) ?? !unread) === read) return;
    patch((reply) => (reply.id === id ? { ...reply, unread: !read } : reply));
    waiting.current.set(id, read);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), GATHER);
  };
}
