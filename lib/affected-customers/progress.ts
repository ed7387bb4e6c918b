import type { ChildRunState } from './rules/child-run.ts';

/** MAJ-5 · The making of child cases, and how far it has come. */
export type ChildRunProgress = {
  id: string;
  state: ChildRunState;
  startedBy: string;
  createdAt: string;
  finishedAt: string | null;
  /** Why a step has failed last; empty: none has. */
  problem: string;
  queued: number;
  made: number;
  had: number;
  leftOut: number;
  /** Why customers were left out, and how many. */
  reasons: { reason: string; count: number }[];
};
