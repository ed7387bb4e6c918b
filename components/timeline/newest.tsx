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
  // The button disappears: moves the focus to the page.
  document.getElementById('main')?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

/** A button back to the top with the newest entries, shown after scrolling two screens down. */
export function Newest() {
  const far = useSyncExternalStore(onScroll, isFar);
  if (!far) return null;
  return (
    <Button size="s" icon={<Icon name="arrow-up" />} onClick={goUp} className="timeline-newest">
      Newest
    </Button>
  );
}
