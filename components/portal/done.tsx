'use client';

import { useEffect } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { useShared } from '#components/ui/shared.ts';
import { dismissToast, toasts } from '#components/ui/toast.ts';

const STAYS_MS = 8_000;

/** Confirms an action, also on the next page. The region is always there: a screen reader announces what enters it. */
export function DoneMessages() {
  const shown = useShared(toasts);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-2"
    >
      {shown.map(({ id, text }) => (
        <Done key={id} id={id} text={text} />
      ))}
    </div>
  );
}

function Done({ id, text }: { id: number; text: string }) {
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <p className="flex animate-rise items-center gap-2 rounded-md border bg-raised px-3 py-2.5 shadow-float">
      <Icon name="circle-check" className="size-4 shrink-0 text-tone-green" />
      <span className="min-w-0 wrap-anywhere">{text}</span>
    </p>
  );
}
