import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** SYNC-6 · Kinds whose updates the rules write into other records. A part counts as the record that it belongs to. */
export const kindsWithUpdates: ReadonlySet<TaskKind> = new Set(
  syncRules.flatMap(({ sources }) => sources.map((kind) => taskKinds[kind].partOf?.kind ?? kind)),
);

/**
 * SYNC-6 · Whether records of a kind list what they received. A work order receives nothing but the case that it was created
 * from, which its page shows anyway.
 */
export const receivesUpdates = (kind: TaskKind): boolean => kindsWithUpdates.has(kind) && kind !== 'work_order';
