'use client';

import { useCallback, useEffect, useState } from 'react';
import { onUnauthorized } from '#components/ui/unauthorized.ts';
import type { SessionEnd } from '#lib/announce/session-end.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

const LOOK_EVERY = 5_000;

/** A page that leads to sign-in by itself, as the one does where somebody signs out, is not asked for it before. */
const ASK_AFTER = 500;

/** For whom a page was made, and until when, in milliseconds. */
export type PageSession = { personId: string; expiresAt: number };

/**
 * ACC-3 · Whether the session for which a page was made has ended, and why. What it shows is covered from that moment on.
 * It goes on as soon as the same person is signed in again, in whichever tab; for another person it is left.
 */
export function useSessionEnd({ personId, expiresAt }: PageSession) {
  const [madeFor] = useState(personId);
  const [ended, setEnded] = useState<SessionEnd | null>(null);
  const [asks, setAsks] = useState(false);
  const hasEnded = ended !== null;
  const end = useCallback(
    (because: SessionEnd) => {
      // Where nobody could tell the page, the clock can.
      const why = because === 'unknown' && Date.now() >= expiresAt ? 'expired' : because;
      setEnded((before) => before ?? why);
    },
    [expiresAt],
  );

  const goOn = useCallback(
    (signedIn: string) => {
      // A page that is loaded anew has nothing in it of who was there before.
      if (signedIn !== madeFor) location.assign('/workspace');
      else setEnded(null);
    },
    [madeFor],
  );

  // The answer of the sign-in brings the page as the next person sees it, before anybody is told who that is.
  useEffect(() => {
    if (personId !== madeFor) location.assign('/workspace');
  }, [personId, madeFor]);

  useEffect(() => onUnauthorized(() => end('unknown')), [end]);

  useEffect(() => {
    if (!hasEnded) return;
    const look = async () => {
      const somebody = document.visibilityState === 'visible' ? await whoIsSignedIn() : null;
      if (somebody) goOn(somebody);
    };
    document.documentElement.dataset.covered = '';
    const asking = setTimeout(() => setAsks(true), ASK_AFTER);
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
  }, [hasEnded, goOn]);

  return { ended, asks: asks && hasEnded, end, goOn };
}
