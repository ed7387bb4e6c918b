'use client';

import { clsx } from 'clsx';
import { memo, useRef } from 'react';
import type { Axis } from '#lib/dispatch/day-of-board.ts';
import type { BoardRow as Row } from '#lib/dispatch/queries/board.ts';
import { hoursAndMinutes, timesIn } from '#lib/dispatch/words-of-time.ts';
import { part } from './part.ts';
import type { MovingTask, Place } from './placement.ts';
import { TaskBlock } from './task-block.tsx';
import { useStrip } from './use-drag.ts';

export interface Ghost {
  from: number;
  to: number;
  /** Undefined: not known yet. */
  fits: boolean | undefined;
}

export interface BoardRowProps {
  row: Row;
  axis: Axis;
  zone: string;
  now: number;
  ghost: Ghost | null;
  onMove: (task: MovingTask) => void;
  onOver: (task: MovingTask, place: Place | null) => void;
  onDrop: (task: MovingTask, place: Place) => void;
}

/** WO-7 · A technician's day: tasks, travel time and non-working hours. */
export const BoardRow = memo(function BoardRow({ row, axis, zone, now, ghost, onMove, onOver, onDrop }: BoardRowProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { id, name, skills, off, freeMinutes, offHours, blocks } = row;
  useStrip(ref, {
    axis,
    onOver: (task, from) => onOver(task, from === null ? null : { technicianId: id, from }),
    onDrop: (task, from) => onDrop(task, { technicianId: id, from }),
  });
  return (
    <li className="border-b md:flex">
      <div className="px-3 py-1.5 max-md:flex max-md:justify-between md:w-44 md:shrink-0 md:border-r">
        <h3 className="truncate font-medium">{name}</h3>
        <p className="truncate text-sm text-ink-muted">
          {[skills, freeMinutes > 0 ? `${hoursAndMinutes(freeMinutes)} free` : off ? 'away' : 'full']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div ref={ref} data-strip={name} className="relative h-13 min-w-0 flex-1 overflow-hidden">
        {axis.hours.map(({ at }) => (
          <span
            key={at}
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: part({ from: at, to: at }, axis).left }}
          />
        ))}
        {offHours.map((each) => (
          <span
            key={each.from}
            title="Not working"
            className="hatched absolute inset-y-0 bg-sunken text-line-button"
            style={part(each, axis)}
          />
        ))}
        {off && (
          <p className="absolute inset-y-0 left-2 flex items-center bg-sunken px-1 text-sm text-ink-muted">{off}</p>
        )}
        {blocks.map((block) => (
          <TaskBlock key={block.number} block={block} axis={axis} zone={zone} onMove={onMove} />
        ))}
        {ghost && (
          <span
            className={clsx(
              'pointer-events-none absolute inset-y-1 z-10 truncate rounded-sm border-2 bg-raised px-1 text-xs font-medium',
              ghost.fits === true && 'border-dashed border-tone-green text-tone-green',
              ghost.fits === false && 'border-tone-red text-tone-red',
              ghost.fits === undefined && 'border-line-strong',
            )}
            style={part(ghost, axis)}
          >
            {timesIn(ghost, zone)}
          </span>
        )}
        {now > axis.from && now < axis.to && (
          <span
            className="pointer-events-none absolute inset-y-0 w-px bg-accent"
            style={{ left: part({ from: now, to: now }, axis).left }}
          />
        )}
      </div>
    </li>
  );
});
