import type { ChildRunState } from './rules/child-run.ts';

/** MAJ-5 · The progress of a run that creates child cases. */
export type ChildRunProgress = {
  id: string;
  state: ChildRunState;
  startedBy: string;
  createdAt: string;
  finishedAt: string | null;
  /** Why the last step failed; empty if it did not. */
  problem: string;
  queued: number;
  made: number;
  had: number;
  leftOut: number;
  /** Why customers were left out, and how many. */
  reasons: { reason: string; count: number }[];
};
