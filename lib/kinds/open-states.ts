import type { TaskKind } from '#lib/record/kind.ts';
import { definitions } from './definitions.ts';

/** The states in which a record is worked on. Resolved records are not. */
export const openStates = (kind: TaskKind): string[] =>
  Object.entries(definitions[kind].states).flatMap(([state, { phase }]) => (phase === 'open' ? [state] : []));
