'use client';

import { useEffect, useState } from 'react';

/** The server's state: checked at once, and again until it is ready. */
export type ServerState = 'asking' | 'ready' | 'no-database' | 'away';

const ASK_EVERY = 2_000;

async function ask(): Promise<ServerState> {
  const answer = await fetch('/api/ready', { cache: 'no-store' }).catch(() => null);
  if (!answer) return 'away';
  return answer.ok ? 'ready' : 'no-database';
}

/** Checks what is wrong, and calls `onBack` once when an absent server is ready again. */
export function useServerState(onBack: () => void): ServerState {
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
