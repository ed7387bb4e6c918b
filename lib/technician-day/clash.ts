/** WO-18 · What became of a task while a technician's step was on the phone. */
export type Clash = {
  /** The version at which the technician's own can still be applied. */
  version: number;
  /** The other side in words: where the task is, and whose. */
  theirs: string;
  by: string;
  at: string;
  canApply: boolean;
};
