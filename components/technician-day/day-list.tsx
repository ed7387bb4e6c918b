import { EmptyState } from '#components/ui/empty-state.tsx';
import { isOver } from '#lib/kinds/work-order-task/states.ts';
import type { Day } from '#lib/technician-day/day.ts';
import { DayTaskCard } from './day-task-card.tsx';
import type { Outbox } from './use-outbox.ts';

/** WO-18 · The tasks of a day by planned start; the first unfinished one is expanded. */
export function DayList({ day: { tasks, timeZone }, outbox }: { day: Day; outbox: Outbox }) {
  if (tasks.length === 0)
    return <EmptyState title="No tasks on this day">Tasks that are assigned to you appear here.</EmptyState>;
  const current = tasks.find(({ state }) => state === 'work_in_progress') ?? tasks.find(({ state }) => !isOver(state));
  return (
    <ol className="grid gap-3">
      {tasks.map((task) => (
        <li key={task.id}>
          <DayTaskCard task={task} timeZone={timeZone} isCurrent={task === current} outbox={outbox} />
        </li>
      ))}
    </ol>
  );
}
