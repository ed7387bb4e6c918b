'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';

const SCREENS = 2;

function onScroll(listener: () => void): () => void {
  const listening = new AbortController();
  document.addEventListener('scroll', listener, { passive: true, signal: listening.signal });
  return () => listening.abort();
}

const isFar = () => scrollY > SCREENS * innerHeight;

function goUp() {
  // The button goes: the focus is with the page.
  document.getElementById('main')?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

/** The way back to the top, where what is new stands, for who has scrolled two screens down a timeline. */
export function Newest() {
  const far = useSyncExternalStore(onScroll, isFar);
  if (!far) return null;
  return (
    <Button size="s" icon={<Icon name="arrow-up" />} onClick={goUp} className="timeline-newest">
      Newest
    </Button>
  );
}
