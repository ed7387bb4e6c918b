import { priorityLevels } from '#components/ui/icon-names.ts';
import { PriorityBadge } from '#components/ui/priority-badge.tsx';

/** A record's priority. */
export function RecordPriority({ level, label }: { level: number; label: string }) {
  return <PriorityBadge level={priorityLevels.find((each) => each === level) ?? 5}>{label}</PriorityBadge>;
}
