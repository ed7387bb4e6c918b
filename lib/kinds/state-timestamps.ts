import type { UpdateContext } from '#lib/record/definition.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { definitions } from './definitions.ts';

/** Derives from the state who resolved and closed the record and when, and whether it is active. Reopening clears them. */
export function withStateTimestamps<K extends TaskKind>(
  kind: K,
  before: RecordOf<K> | null,
  after: RecordOf<K>,
  { at, actor }: Pick<UpdateContext, 'at' | 'actor'>,
): RecordOf<K> {
  if (before && before.state === after.state) return after;
  const phase = definitions[kind].states[after.state]?.phase ?? 'open';
  const none = { resolvedAt: null, resolvedById: null, closedAt: null, closedById: null };
  if (phase === 'open') return { ...after, ...none, active: true };
  if (phase === 'resolved') return { ...after, ...none, resolvedAt: at, resolvedById: actor.id, active: true };
  return { ...after, closedAt: at, closedById: actor.id, active: false };
}
