import type { StateEntry } from '#lib/record/definition.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { labelOf, priorities } from '#lib/words/choice.ts';
import { definitions } from './definitions.ts';

/** A state and a priority as pages show them. */
export type StateShown = { label: string; tone: StateEntry['tone'] };
export type PriorityShown = { level: number; label: string };

/** A state's label and its color. */
export function stateShown(kind: TaskKind, state: string): StateShown {
  const entry = definitions[kind].states[state];
  return { label: entry?.label ?? state, tone: entry?.tone ?? 'new' };
}

/** REC-5 · Whether a record in this state is read-only. */
export function isOver(kind: TaskKind, state: string): boolean {
  return definitions[kind].states[state]?.phase === 'final';
}

/** A priority's label. */
export function priorityShown(priority: number): PriorityShown {
  return { level: priority, label: labelOf(priorities, priority) };
}
