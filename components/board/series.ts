import type { Step } from '#lib/board/rules/over-time.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';

/** Its ground has a pattern of its own, so that nobody needs the colour. */
export type Series = { label: string; states: readonly CaseState[]; background: string };

type Tone = 'blue' | 'amber' | 'green' | 'grey';

/** A tone as a ground: calmer than as a letter. */
const ground = (tone: Tone) => `color-mix(in oklab, var(--color-tone-${tone}) 65%, var(--color-surface))`;
const striped = (tone: Tone, angle: number, width: number) =>
  `repeating-linear-gradient(${angle}deg, ${ground(tone)} 0 ${width}px, transparent ${width}px ${width * 2}px)`;

/** Where the children stand, from the bottom of the picture to its top. */
export const series: readonly Series[] = [
  { label: 'Closed or cancelled', states: ['closed', 'cancelled'], background: striped('grey', 0, 1) },
  { label: 'Resolved', states: ['resolved'], background: striped('green', 45, 3) },
  { label: 'Awaiting Info', states: ['awaiting_info'], background: striped('amber', 90, 2) },
  { label: 'New or open', states: ['new', 'open'], background: ground('blue') },
];

export const countIn = ({ counts }: Step, { states }: Series): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

export const countAll = (step: Step): number => series.reduce((sum, each) => sum + countIn(step, each), 0);
