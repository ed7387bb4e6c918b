import type { CommandContext } from './command-context.ts';
import type { TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';

/** Spec 1 · Who resolved and closed it, and when, follows from the state; so does active. Reopening clears them. */
export function withStateTimestamps(
  before: TaskRecord | null,
  after: TaskRecord,
  { at, actor }: Pick<CommandContext, 'at' | 'actor'>,
) {
  if (before && before.state === after.state) return after;
  const phase = definitions[after.kind].states[after.state]?.phase ?? 'open';
  const none = { resolvedAt: null, resolvedById: null, closedAt: null, closedById: null };
  if (phase === 'open') return { ...after, ...none, active: true };
  if (phase === 'resolved') return { ...after, ...none, resolvedAt: at, resolvedById: actor.id, active: true };
  return { ...after, closedAt: at, closedById: actor.id, active: false };
}
