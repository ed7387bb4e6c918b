'use client';

import { useCallback, useEffect, useState } from 'react';
import { onUnauthorized } from '#components/ui/unauthorized.ts';
import type { SessionEnd } from '#lib/announce/session-end.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

const LOOK_EVERY = 5_000;

/** Delay before asking, in milliseconds: a page where the user signs out navigates to sign-in by itself. */
const RETRY_MINUTES = 500;

/** The user a page was rendered for, and when the session expires, in milliseconds. */
export type PageSession = { personId: string; expiresAt: number };

/**
 * ACC-3 · Whether the page's session has ended, and why. From then on its content is covered. It continues once the same user
 * has signed in again in any tab; for another user the page is left.
 */
export function useSessionEnd({ personId, expiresAt }: PageSession) {
  const [renderedFor] = useState(personId);
  const [ended, setEnded] = useState<SessionEnd | null>(null);
  const [asks, setAsks] = useState(false);
  const hasEnded = ended !== null;
  const end = useCallback(
    (because: SessionEnd) => {
      // If no event arrived, the clock decides.
      const why = because === 'unknown' && Date.now() >= expiresAt ? 'expired' : because;
      setEnded((before) => before ?? why);
    },
    [expiresAt],
  );

  const resume = useCallback(
    (signedIn: string) => {
      // A full page load leaves nothing of the previous user.
      if (signedIn !== renderedFor) location.assign('/workspace');
      else setEnded(null);
    },
    [renderedFor],
  );

  // The sign-in answer may render the page for another user before any event says who that is.
  useEffect(() => {
    if (personId !== renderedFor) location.assign('/workspace');
  }, [personId, renderedFor]);

  useEffect(() => onUnauthorized(() => end('unknown')), [end]);

  useEffect(() => {
    if (!hasEnded) return;
    const look = async () => {
      const somebody = document.visibilityState === 'visible' ? await whoIsSignedIn() : null;
      if (somebody) resume(somebody);
    };
    document.documentElement.dataset.covered = '';
    const asking = setTimeout(() => setAsks(true), RETRY_MINUTES);
    const looking = setInterval(() => void look(), LOOK_EVERY);
    const inSight = () => void look();
    document.addEventListener('visibilitychange', inSight);
    return () => {
      clearTimeout(asking);
      clearInterval(looking);
      document.removeEventListener('visibilitychange', inSight);
      delete document.documentElement.dataset.covered;
      setAsks(false);
    };
  }, [hasEnded, resume]);

  return { ended, asks: asks && hasEnded, end, resume };
}
