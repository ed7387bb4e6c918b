import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { PriorityLevel } from './icon-names.ts';

/** A priority: bars beside the word, red only for the first level. */
export function PriorityBadge({ level, children }: { level: PriorityLevel; children: ReactNode }) {
  return (
    <span className={clsx('priority', level <= 2 && `priority-${level}`)}>
      <Icon name={`priority-${level}`} className="h-3 w-3.5 shrink-0" />
      {children}
    </span>
  );
}
