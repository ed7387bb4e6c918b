import { labelOf, priorities } from '#lib/words/choice.ts';
import { RecordPriority } from './record-priority.tsx';

/** A priority as the field names it. */
export function TaskPriority({ priority }: { priority: number }) {
  return <RecordPriority level={priority} label={labelOf(priorities, priority)} />;
}
