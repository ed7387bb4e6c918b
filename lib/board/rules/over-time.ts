import type { CaseState } from '#lib/kinds/case/states.ts';
import { childStates } from '../filters.ts';

/** Children that entered a state in a step, minus those that left it. */
export type Move = { step: number; state: CaseState; count: number };

/** The number of children in each state at a time. */
export type Step = { at: string; counts: Record<CaseState, number> };

/** MAJ-9 · The number of children by state at the end of equal steps between two times. */
export function childrenOverTime(
  moves: readonly Move[],
  { from, to, steps }: { from: Date; to: Date; steps: number },
): Step[] {
  const counts = Object.fromEntries(childStates.map((state) => [state, 0])) as Record<CaseState, number>;
  const length = (to.getTime() - from.getTime()) / steps;
  return Array.from({ length: steps }, (_, index) => {
    for (const { step, state, count } of moves) if (step === index + 1) counts[state] += count;
    return { at: new Date(from.getTime() + length * (index + 1)).toISOString(), counts: { ...counts } };
  });
}
