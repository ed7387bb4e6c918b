'use client';

import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { currentToasts, subscribeToToasts, type Toast } from './toast.ts';

const none: readonly Toast[] = [];

// It comes once the page is there, before anything has happened.
const loadCard = () => import('./toast-card.tsx').catch(() => ({ default: ({ text }: Toast) => <p>{text}</p> }));
const ToastCard = lazy(loadCard);

/** Where toasts appear. The region is always there: a screen reader announces only what enters a region it knows. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  useEffect(() => void loadCard(), []);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-2"
    >
      <Suspense>
        {toasts.map((one) => (
          <ToastCard key={one.id} {...one} />
        ))}
      </Suspense>
    </div>
  );
}
