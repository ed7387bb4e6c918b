'use client';

import { useSyncExternalStore } from 'react';
import { currentToasts, subscribeToToasts, type Toast } from './toast.ts';
import { ToastCard } from './toast-card.tsx';

const none: readonly Toast[] = [];

/** Where toasts appear. The region is always there: a screen reader announces only what enters a region it knows. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-2"
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} {...one} />
      ))}
    </div>
  );
}
