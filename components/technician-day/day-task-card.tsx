import { RecordState } from '#components/task/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { TaskMoves } from '#components/work-order/task-moves.tsx';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { DayTask } from '#lib/technician-day/day.ts';
import { workOrderTaskStates } from '#lib/work-order-task/states.ts';
import { taskMoves } from '#lib/work-order-task/task-moves.ts';
import { PlannedTime } from './planned-time.tsx';
import { TaskFacts } from './task-facts.tsx';

interface DayTaskCardProps {
  task: DayTask;
  timeZone: string;
  isCurrent: boolean;
}

/** A task of the day: when, where, for whom, and what can be done with it. Only the current one is open. */
export function DayTaskCard({ task, timeZone, isCurrent }: DayTaskCardProps) {
  const { number, version, state, title, actualStart } = task;
  const moves = taskMoves(state, { dispatches: false, isAssignee: true });
  return (
    <details open={isCurrent} className="panel" aria-label={number}>
      <summary className="grid min-h-11 cursor-pointer gap-1 px-4 py-3">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PlannedTime from={task.plannedStart} to={task.plannedEnd} timeZone={timeZone} />
          <RecordState state={workOrderTaskStates[state]} />
        </span>
        <span className="text-lg font-semibold wrap-anywhere">{title}</span>
      </summary>
      <div className="grid gap-3 px-4 pb-4">
        <TextLink href={pathOfNumber(number)} className="record-number">
          {number}
        </TextLink>
        {task.description && <p className="whitespace-pre-wrap wrap-anywhere">{task.description}</p>}
        <TaskFacts task={task} />
        {moves.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <TaskMoves {...{ number, version, moves }} technician={null} began={actualStart} />
          </div>
        )}
      </div>
    </details>
  );
}
