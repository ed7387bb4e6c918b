import type { TaskKind } from '#lib/task/kind.ts';

/** NOT-1 · What the customers of its cases can be written to about: a record that cases have, or a major case. */
export const notifySources = ['incident', 'problem', 'change', 'case'] as const satisfies readonly TaskKind[];
export type NotifySource = (typeof notifySources)[number];

export const isNotifySource = (kind: TaskKind): kind is NotifySource => notifySources.some((each) => each === kind);
