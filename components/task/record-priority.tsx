import { PriorityBadge, type PriorityLevel } from '#components/ui/priority-badge.tsx';

const levels: readonly PriorityLevel[] = [1, 2, 3, 4, 5];

/** A record's priority. */
export function RecordPriority({ level, label }: { level: number; label: string }) {
  return <PriorityBadge level={levels.find((each) => each === level) ?? 5}>{label}</PriorityBadge>;
}
