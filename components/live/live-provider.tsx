'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import { joinLiveChannel } from './live-channel.ts';
import type { LiveEvent } from './live-event.ts';
import { type PageSession, useSessionEnd } from './use-session-end.ts';

// Needed seldom: its code comes when it is.
const SignInAgain = dynamic(() => import('#components/auth/sign-in-again.tsx').then((module) => module.SignInAgain));

type Listener = (event: LiveEvent) => void;

/** Adds a listener and answers how to remove it. */
export const LiveContext = createContext<(listener: Listener) => () => void>(() => () => {});

/** What a rule refuses, or a session that has ended, is refused again: only an answer that did not come is asked for again. */
function newQueries() {
  const retry = (failures: number, error: Error) => failures < 3 && !(error instanceof RefusedAnswer);
  return new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry } } });
}

export interface LiveProviderProps {
  session: PageSession & { email: string };
  /** When the page was drawn, in milliseconds. */
  drawnAt: number;
  children: ReactNode;
}

/**
 * Stands around every page behind sign-in: what happens elsewhere is heard by whoever asks for it. Where the session ends
 * the page stays as it is, and goes on once the person has signed in again.
 */
export function LiveProvider({ session, drawnAt, children }: LiveProviderProps) {
  const [queries] = useState(newQueries);
  const [listeners] = useState(() => new Set<Listener>());
  const [subscribe] = useState(() => (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  const { ended, asks, end, goOn } = useSessionEnd(session);
  const hasEnded = ended !== null;
  const [firstDrawnAt] = useState(drawnAt);

  useEffect(() => {
    if (hasEnded) return;
    return joinLiveChannel((event) => {
      for (const listener of listeners) listener(event);
      if (event.type === 'resync') void queries.invalidateQueries();
      if (event.type === 'signed-out') end(event.because);
    }, firstDrawnAt);
  }, [hasEnded, listeners, queries, end, firstDrawnAt]);

  return (
    <QueryClientProvider client={queries}>
      <LiveContext value={subscribe}>{children}</LiveContext>
      {asks && ended && <SignInAgain email={session.email} because={ended} onSignedIn={goOn} />}
    </QueryClientProvider>
  );
}
