import { labelOf, priorities } from '#lib/words/choice.ts';
import { RecordPriority } from './record-priority.tsx';

/** A priority with its label. */
export function TaskPriority({ priority }: { priority: number }) {
  return <RecordPriority level={priority} label={labelOf(priorities, priority)} />;
}
