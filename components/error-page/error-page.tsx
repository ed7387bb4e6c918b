'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';

const words: Readonly<Record<ServerState, { title: string; text: string }>> = {
  asking: { title: "This page couldn't be loaded.", text: 'Checking what went wrong …' },
  ready: {
    title: "This page couldn't be loaded.",
    text: 'The server was too busy or failed. Its log has the details. Everything you saved is kept.',
  },
  'no-database': {
    title: 'The database does not answer.',
    text: 'Everything you saved is kept. This page reloads when the database is available again.',
  },
  away: {
    title: 'The server does not answer.',
    text: 'Everything you saved is kept. This page reloads when the server is available again.',
  },
};

export interface ErrorPageProps {
  /** Renders the page again. */
  retry: () => void;
  /** The error's id in the server log. */
  digest?: string | undefined;
}

/** What happened, what was kept and what to do; no details of the error. */
export function ErrorPage({ retry, digest }: ErrorPageProps) {
  const state = useServerState(retry);
  const { title, text } = words[state];
  const isDown = state === 'no-database' || state === 'away';
  return (
    <div role="alert">
      <h1 className="sr-only">Not available</h1>
      <EmptyState
        icon={isDown ? <Icon name="server-off" /> : <Icon name="triangle-alert" />}
        title={title}
        action={!isDown && <Button onClick={retry}>Try again</Button>}
      >
        <p>{text}</p>
        {state === 'ready' && digest && <p className="mt-1 text-sm">{`Reference for the administrator: ${digest}`}</p>}
      </EmptyState>
    </div>
  );
}

/** The server's state: checked at once, and again until it is ready. */
type ServerState = 'asking' | 'ready' | 'no-database' | 'away';

const ASK_EVERY = 2_000;

async function ask(): Promise<ServerState> {
  const answer = await fetch('/api/ready', { cache: 'no-store' }).catch(() => null);
  if (!answer) return 'away';
  return answer.ok ? 'ready' : 'no-database';
}

/** Checks what is wrong, and calls `onBack` once when an absent server is ready again. */
function useServerState(onBack: () => void): ServerState {
  const [state, setState] = useState<ServerState>('asking');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let wasAway = false;
    let left = false;
    async function look() {
      const now = await ask();
      if (left) return;
      setState(now);
      if (now === 'ready') return wasAway ? onBack() : undefined;
      wasAway = true;
      timer = setTimeout(() => void look(), ASK_EVERY);
    }
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [onBack]);

  return state;
}
