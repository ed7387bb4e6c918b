'use client';

import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { TextLink } from './link.tsx';
import { useShared } from './shared.ts';
import { dismissToast, type Toast, toasts } from './toast.ts';

/** Where toasts appear. The region is always there: a screen reader announces only what enters a region it knows. */
export function Toasts() {
  const shown = useShared(toasts);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 grid w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 gap-2"
    >
      {shown.map((one) => (
        <ToastCard key={one.id} {...one} />
      ))}
    </div>
  );
}

const STAYS_MS = 10_000;

const icons: Record<Toast['tone'], { icon: IconName; colour: string }> = {
  success: { icon: 'circle-check', colour: 'text-tone-green' },
  error: { icon: 'circle-alert', colour: 'text-tone-red' },
  info: { icon: 'info', colour: 'text-tone-blue' },
};

/** A message about an event, with an optional action. */
function ToastCard({ id, tone, text, link, action, rule }: Toast) {
  const card = useRef<HTMLDivElement>(null);
  const { icon, colour } = icons[tone];

  useEffect(() => {
    // Errors stay until they are dismissed; no toast disappears while hovered or focused.
    if (tone === 'error') return;
    const timer = setInterval(() => {
      if (!card.current?.matches(':hover, :focus-within')) dismissToast(id);
    }, STAYS_MS);
    return () => clearInterval(timer);
  }, [id, tone]);

  return (
    <div
      ref={card}
      role={tone === 'error' ? 'alert' : 'status'}
      // The surrounding region announces it.
      aria-live={tone === 'error' ? undefined : 'off'}
      data-rule={rule}
      className="pointer-events-auto flex w-full animate-rise items-start gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <Icon name={icon} className={`mt-1.5 size-4 shrink-0 ${colour}`} />
      <p className="min-w-0 flex-1 py-1 wrap-anywhere">
        {text}
        {link && (
          <>
            {' '}
            <TextLink href={link.href} className="font-medium">
              {link.label}
            </TextLink>
          </>
        )}
      </p>
      {action && (
        <Button
          size="s"
          onClick={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onClick={() => dismissToast(id)}>
        <Icon name="x" />
      </IconButton>
    </div>
  );
}
