import type { Step } from '#lib/board/rules/over-time.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';

/** Each background has its own pattern, so that colour is not needed to tell them apart. */
export type Series = { label: string; states: readonly CaseState[]; background: string };

type Tone = 'blue' | 'amber' | 'green' | 'grey';

/** A tone as a background: softer than as text. */
const ground = (tone: Tone) => `color-mix(in oklab, var(--color-tone-${tone}) 65%, var(--color-surface))`;
const striped = (tone: Tone, angle: number, width: number) =>
  `repeating-linear-gradient(${angle}deg, ${ground(tone)} 0 ${width}px, transparent ${width}px ${width * 2}px)`;

/** The children's states, from the bottom of the chart to its top. */
export const series: readonly Series[] = [
  { label: 'Closed or cancelled', states: ['closed', 'cancelled'], background: striped('grey', 0, 1) },
  { label: 'Resolved', states: ['resolved'], background: striped('green', 45, 3) },
  { label: 'Awaiting Info', states: ['awaiting_info'], background: striped('amber', 90, 2) },
  { label: 'New or open', states: ['new', 'open'], background: ground('blue') },
];

export const countIn = ({ counts }: Step, { states }: Series): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

export const countAll = (step: Step): number => series.reduce((sum, each) => sum + countIn(step, each), 0);
