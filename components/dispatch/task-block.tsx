'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, useRef } from 'react';
import type { Block } from '#lib/dispatch/queries/board.ts';
import { timesIn } from '#lib/dispatch/words-of-time.ts';
import { part } from './part.ts';
import type { MovingTask } from './placement.ts';
import { useDraggable } from './use-drag.ts';

interface TaskBlockProps {
  block: Block;
  axis: { from: number; to: number };
  zone: string;
  onMove: (task: MovingTask) => void;
}

const grounds = {
  new: 'bg-tone-grey-soft border-tone-grey',
  progress: 'bg-tone-blue-soft border-tone-blue',
  waiting: 'bg-tone-amber-soft border-tone-amber',
  resolved: 'bg-tone-green-soft border-tone-green',
  closed: 'bg-tone-green-soft border-tone-green',
} as const;

/** Opens *Move...* by key on a focused task. */
export function onMoveKey(open: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    open();
  };
}

/** WO-7, WO-17 · A task on the board: dragged by mouse, or moved by key or click. */
export function TaskBlock({ block, axis, zone, onMove }: TaskBlockProps) {
  const ref = useRef<HTMLButtonElement>(null);
  useDraggable(ref, block);
  const { number, title, account, state, from, to, setsOut } = block;
  const times = timesIn(block, zone);
  const open = () => onMove(block);
  return (
    <>
      {setsOut < from && (
        <span
          title={`On the way from ${timesIn({ from: setsOut, to: from }, zone).slice(0, 5)}`}
          className="hatched absolute inset-y-3 text-ink-faint"
          style={part({ from: setsOut, to: from }, axis)}
        />
      )}
      <button
        ref={ref}
        type="button"
        data-on-board
        data-task={number}
        title={`${number} ${title}, ${times}, ${state.label}`}
        onClick={open}
        onKeyDown={onMoveKey(open)}
        className={clsx(
          'absolute inset-y-1 cursor-grab overflow-hidden rounded-sm border border-l-4 px-1 text-left text-xs',
          grounds[state.tone],
        )}
        style={part({ from, to }, axis)}
      >
        <span className="sr-only">{`${number} `}</span>
        <span className="block truncate font-medium">{account || title}</span>
        <span className="sr-only">{account ? ` ${title} ` : ' '}</span>
        <span className="block truncate text-ink-muted">{times}</span>
        <span className="sr-only">{` ${state.label}`}</span>
      </button>
    </>
  );
}
