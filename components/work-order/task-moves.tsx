'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import { moveWorkOrderTaskAction } from '#lib/work-order/actions.ts';
import type { MovableBy, TaskMove } from '#lib/work-order-task/task-moves.ts';

// Loaded when it is opened.
const MoveTaskDialog = dynamic(() => import('./move-task-dialog.tsx').then((module) => module.MoveTaskDialog), {
  ssr: false,
});

export interface TaskMovesProps {
  number: string;
  version: number;
  moves: readonly TaskMove[];
  /** The field to choose a technician, if the user may assign. */
  technician: FieldView | null;
  began: string | null;
}

/** WO-5, WO-9 · The buttons that change a task's state. A button that needs input opens a dialog. */
export function TaskMoves({ moves, ...task }: TaskMovesProps) {
  const { number, version } = task;
  const [asking, setAsking] = useState<TaskMove | null>(null);
  const [sent, setSent] = useState<MovableBy | null>(null);
  const { run, pending, refused } = useAction(moveWorkOrderTaskAction);

  function begin(move: TaskMove) {
    if (move.asks) return setAsking(move);
    setSent(move.name);
    run({ number, version, action: move.name });
  }

  usePageActions(moves.map((move) => ({ label: move.label, run: () => begin(move) })));
  return (
    <>
      {moves.map((move, index) => (
        <Button
          key={move.name}
          className={index > 0 ? 'max-md:hidden' : undefined}
          variant={index === 0 ? 'secondary' : 'quiet'}
          aria-disabled={pending || undefined}
          aria-busy={(pending && sent === move.name) || undefined}
          onClick={() => begin(move)}
        >
          {move.label}
        </Button>
      ))}
      <RefusalToast refused={refused} />
      {asking && <MoveTaskDialog {...task} move={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
