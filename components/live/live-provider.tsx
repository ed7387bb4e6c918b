'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { joinLiveChannel } from './live-channel.ts';
import type { LiveEvent } from './live-event.ts';

type Listener = (event: LiveEvent) => void;

/** Adds a listener and answers how to remove it. */
export const LiveContext = createContext<(listener: Listener) => () => void>(() => () => {});

/** A page that leads to sign-in by itself is not reloaded under its feet. */
const RELOAD_AFTER = 500;

/** Stands around every page behind sign-in: what happens elsewhere is heard by whoever asks for it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } }));
  const [listeners] = useState(() => new Set<Listener>());
  const [subscribe] = useState(() => (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });

  useEffect(() => {
    let reload: ReturnType<typeof setTimeout> | undefined;
    const leave = joinLiveChannel((event) => {
      for (const listener of listeners) listener(event);
      if (event.type === 'resync') void queries.invalidateQueries();
      if (event.type === 'signed-out') reload ??= setTimeout(() => location.reload(), RELOAD_AFTER);
    });
    return () => {
      leave();
      clearTimeout(reload);
    };
  }, [listeners, queries]);

  return (
    <QueryClientProvider client={queries}>
      <LiveContext value={subscribe}>{children}</LiveContext>
    </QueryClientProvider>
  );
}
