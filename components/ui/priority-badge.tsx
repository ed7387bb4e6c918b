import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export type PriorityLevel = 1 | 2 | 3 | 4 | 5;

const BARS = [1, 2, 3, 4] as const;

/** How urgent something is: bars beside the word, red only for the first level. */
export function PriorityBadge({ level, children }: { level: PriorityLevel; children: ReactNode }) {
  const filled = 5 - level;
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 align-middle text-sm whitespace-nowrap normal-nums',
        level === 1 ? 'font-medium text-tone-red' : level === 2 ? 'text-ink' : 'text-ink-muted',
      )}
    >
      <svg viewBox="0 0 14 12" className="h-3 w-3.5 shrink-0" fill="currentColor" aria-hidden="true">
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 3.5}
            y={12 - bar * 3}
            width="2.5"
            height={bar * 3}
            rx="0.75"
            opacity={bar <= filled ? 1 : 0.25}
          />
        ))}
      </svg>
      {children}
    </span>
  );
}
