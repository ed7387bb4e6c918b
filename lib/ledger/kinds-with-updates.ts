import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** SYNC-6 · Kinds whose updates rules write into other records; what is part of a record is written of with it. */
export const kindsWithUpdates: ReadonlySet<TaskKind> = new Set(
  syncRules.flatMap(({ sources }) => sources.map((kind) => taskKinds[kind].partOf?.kind ?? kind)),
);
