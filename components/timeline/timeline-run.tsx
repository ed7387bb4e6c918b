'use client';

import { type ReactNode, useState } from 'react';
import { ClockTime } from '#components/ui/clock-time.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { newestWords, runLabel } from './timeline-parts.ts';

interface TimelineRunProps {
  entries: readonly TimelineEntry[];
  reader: Reader;
  /** Expanded at first: it has new entries, or a link leads to one of its entries. */
  isOpen: boolean;
  draw: (entry: TimelineEntry) => ReactNode;
}

/** Several minor entries in one expandable line. */
export function TimelineRun({ entries, reader, isOpen, draw }: TimelineRunProps) {
  const [open, setOpen] = useState(isOpen);
  const [newest, oldest] = [entries[0], entries.at(-1)];
  return (
    <details className="entry-run" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} className="size-3.5 shrink-0 self-center" />
        <strong>{runLabel(entries)}</strong>
        <span>{newestWords(entries)}</span>
        {newest && oldest && <ClockTime from={new Date(oldest.at)} to={new Date(newest.at)} reader={reader} />}
      </summary>
      {open && <div className="grid gap-1 py-1">{entries.map(draw)}</div>}
    </details>
  );
}
