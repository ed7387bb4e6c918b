import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { PriorityBadge, type PriorityLevel } from '#components/ui/priority-badge.tsx';

const tones = {
  new: 'grey',
  progress: 'blue',
  waiting: 'amber',
  resolved: 'green',
  closed: 'muted',
} as const satisfies Record<string, Tone>;

export interface StateShown {
  label: string;
  tone: keyof typeof tones;
}

/** A record's state, in the colour of where it stands in its life. */
export function RecordState({ state }: { state: StateShown }) {
  return <StateBadge tone={tones[state.tone]}>{state.label}</StateBadge>;
}

const levels: readonly PriorityLevel[] = [1, 2, 3, 4, 5];

/** A record's priority. */
export function RecordPriority({ level, label }: { level: number; label: string }) {
  return <PriorityBadge level={levels.find((each) => each === level) ?? 5}>{label}</PriorityBadge>;
}
