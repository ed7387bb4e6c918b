import { useState } from 'react';
import { RecordState } from '#components/record/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { DayTask } from '#lib/technician-day/day.ts';
import { PlannedTime } from './planned-time.tsx';
import { StepList } from './step-list.tsx';
import { TaskButtons } from './task-buttons.tsx';
import { TaskFacts } from './task-facts.tsx';
import type { Outbox } from './use-outbox.ts';

interface DayTaskCardProps {
  task: DayTask;
  timeZone: string;
  isCurrent: boolean;
  outbox: Outbox;
}

/** A task of the day: time, place, customer and actions. At first only the current one is expanded. */
export function DayTaskCard({ task, timeZone, isCurrent, outbox }: DayTaskCardProps) {
  const { number, state, title, description, plannedStart, plannedEnd } = task;
  const [openAtFirst] = useState(isCurrent);
  const steps = outbox.steps.filter((step) => step.number === number);
  return (
    <details open={openAtFirst} className="panel">
      <summary className="grid min-h-11 cursor-pointer gap-1 px-4 py-3">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PlannedTime from={plannedStart} to={plannedEnd} timeZone={timeZone} />
          <RecordState state={workOrderTaskStates[state]} />
          <span className="record-number text-ink-muted">{number}</span>
        </span>
        <span className="text-lg font-semibold wrap-anywhere">{title}</span>
      </summary>
      <section aria-label={number} className="grid gap-3 px-4 pb-4">
        <TextLink href={pathOfNumber(number)} className="inline-flex min-h-11 items-center justify-self-start">
          Open {number}
        </TextLink>
        {description && <p className="whitespace-pre-wrap wrap-anywhere">{description}</p>}
        <TaskFacts task={task} />
        <StepList steps={steps} timeZone={timeZone} outbox={outbox} />
        {outbox.isRead && !steps.some(({ status }) => status === 'held') && <TaskButtons task={task} outbox={outbox} />}
      </section>
    </details>
  );
}
