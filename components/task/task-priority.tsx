import { RecordPriority } from '#components/record/state.tsx';
import { labelOf, priorities } from '#lib/task/choice.ts';

/** A priority as the field names it. */
export function TaskPriority({ priority }: { priority: number }) {
  return <RecordPriority level={priority} label={labelOf(priorities, priority)} />;
}
