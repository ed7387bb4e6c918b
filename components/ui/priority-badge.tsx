import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { PriorityLevel } from './icon-names.ts';

/** How urgent something is: bars beside the word, red only for the first level. */
export function PriorityBadge({ level, children }: { level: PriorityLevel; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 align-middle text-sm whitespace-nowrap normal-nums',
        level === 1 ? 'font-medium text-tone-red' : level === 2 ? 'text-ink' : 'text-ink-muted',
      )}
    >
      <Icon name={`priority-${level}`} className="h-3 w-3.5 shrink-0" />
      {children}
    </span>
  );
}
