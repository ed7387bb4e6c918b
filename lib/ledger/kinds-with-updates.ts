import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** SYNC-6 · Kinds whose updates the rules write into other records. A part counts as the record that it belongs to. */
export const kindsWithUpdates: ReadonlySet<TaskKind> = new Set(
  syncRules.flatMap(({ sources }) => sources.map((kind) => taskKinds[kind].partOf?.kind ?? kind)),
);
