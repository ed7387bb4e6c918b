import { StateBadge, type Tone } from '#components/ui/badge.tsx';

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

/** A record's state, coloured by its phase. */
export function RecordState({ state }: { state: StateShown }) {
  return <StateBadge tone={tones[state.tone]}>{state.label}</StateBadge>;
}
