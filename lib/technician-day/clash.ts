/** WO-18 · How a task changed while a technician's step was on the phone. */
export type Clash = {
  /** The version to which the technician's step can still be applied. */
  version: number;
  /** The server's side as text: the task's state and assignee. */
  theirs: string;
  by: string;
  at: string;
  canApply: boolean;
};
