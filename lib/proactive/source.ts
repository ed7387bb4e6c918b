import type { SingleLinkName } from '#lib/related/link.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** The kinds of records from which proactive cases are generated, with the link by which the cases have them. */
export const linkOfSource = {
  incident: 'incident',
  problem: 'problem',
  change: 'change',
} as const satisfies Partial<Record<TaskKind, SingleLinkName>>;

export type SourceKind = keyof typeof linkOfSource;

export const sourceKinds = Object.keys(linkOfSource) as SourceKind[];

/** PRO-8 · A run is for accounts or for consumers, never for both. */
export type CustomerSort = 'accounts' | 'consumers';

/** PRO-1 · More than these are not selected one by one: a run for all of them takes any number. */
export const MOST_SELECTED = 10_000;
