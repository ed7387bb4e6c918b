'use client';

import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type MovingTask, quarterAt } from './placement.ts';

interface Dragged {
  [key: string]: unknown;
  task: MovingTask;
  /** Horizontal offset of the pointer within the dragged block, in pixels. */
  grabbed: number;
}

/** WO-7 · Makes a task draggable. */
export function useDraggable(ref: RefObject<HTMLElement | null>, task: MovingTask) {
  const dragged = useEffectEvent((grabbed: number): Dragged => ({ task, grabbed }));
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return draggable({
      element,
      getInitialData: ({ input }) => {
        // A task from the list beside the board is as wide as a strip: its start is at the pointer.
        const isOnBoard = element.dataset.onBoard !== undefined;
        return dragged(isOnBoard ? input.clientX - element.getBoundingClientRect().left : 0);
      },
    });
  }, [ref]);
}

interface Strip {
  axis: { from: number; to: number };
  onOver: (task: MovingTask, from: number | null) => void;
  onDrop: (task: MovingTask, from: number) => void;
}

/** WO-7 · Makes a technician's strip a drop target, in steps of a quarter of an hour. */
export function useStrip(ref: RefObject<HTMLElement | null>, { axis, onOver, onDrop }: Strip) {
  const timeAt = useEffectEvent((x: number, { grabbed }: Dragged) => {
    const { left, width } = ref.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    const at = axis.from + ((x - grabbed - left) / width) * (axis.to - axis.from);
    return quarterAt(Math.min(Math.max(at, axis.from), axis.to));
  });
  const over = useEffectEvent(onOver);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => 'task' in source.data,
      onDrag: ({ source, location }) => {
        const data = source.data as Dragged;
        over(data.task, timeAt(location.current.input.clientX, data));
      },
      onDragLeave: ({ source }) => over((source.data as Dragged).task, null),
      onDrop: ({ source, location }) => {
        const data = source.data as Dragged;
        over(data.task, null);
        drop(data.task, timeAt(location.current.input.clientX, data));
      },
    });
  }, [ref]);
}
