import type { TaskKind } from '#lib/record/kind.ts';
import { watchLists } from '#lib/record/rules/watchers.ts';
import { definitions } from './definitions.ts';

/** REC-2 · The label of a name in the history: a field of the kind, or a list of watchers. */
export function historyLabel(kind: TaskKind, name: string): string {
  const list = Object.values(watchLists).find(({ field }) => field === name);
  return definitions[kind].fields[name]?.label ?? list?.label ?? name;
}
