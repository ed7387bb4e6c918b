'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import { joinLiveChannel } from './live-channel.ts';
import type { LiveEvent } from './live-event.ts';
import { type PageSession, useSessionEnd } from './use-session-end.ts';

// Rarely needed, so loaded on demand.
const SignInAgain = dynamic(() => import('#components/auth/sign-in-again.tsx').then((module) => module.SignInAgain));

type Listener = (event: LiveEvent) => void;

/** Adds a listener; returns a function that removes it. */
export const LiveContext = createContext<(listener: Listener) => () => void>(() => () => {});

/** Retries only requests without an answer: a refusal or an ended session would be refused again. */
function newQueries() {
  const retry = (failures: number, error: Error) => failures < 3 && !(error instanceof RefusedAnswer);
  return new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry } } });
}

export interface LiveProviderProps {
  session: PageSession & { email: string };
  /** When the page was rendered, in milliseconds. */
  drawnAt: number;
  children: ReactNode;
}

/**
 * Wraps every page behind sign-in and distributes live events to its components. If the session ends, the page stays as it is,
 * and continues once the user has signed in again.
 */
export function LiveProvider({ session, drawnAt, children }: LiveProviderProps) {
  const [queries] = useState(newQueries);
  const [listeners] = useState(() => new Set<Listener>());
  const [subscribe] = useState(() => (listener: Listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  const { ended, asks, end, resume } = useSessionEnd(session);
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
      {asks && ended && <SignInAgain email={session.email} because={ended} onSignedIn={resume} />}
    </QueryClientProvider>
  );
}
