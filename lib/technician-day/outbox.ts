import { type TaskActionName, taskActions } from '#lib/work-order-task/task-actions.ts';
import type { Clash } from './clash.ts';
import type { DayTask } from './day.ts';

export type StepAction = Extract<TaskActionName, 'accept' | 'decline' | 'start' | 'complete' | 'leaveIncomplete'>;

/** A step that a technician requests. */
export type NewStep =
  | {
      kind: 'move';
      action: StepAction;
      version: number;
      reason?: string;
      followOn?: string;
      actualStart?: string;
      actualEnd?: string;
    }
  | { kind: 'note'; text: string }
  | { kind: 'file'; name: string; file: Blob };

/** WO-18 · A step on the phone: `kept` until the server answers, `held` if it was refused, `sent` once it is done. */
export type Step = {
  stepId: string;
  userId: string;
  /** Task number. */
  number: string;
  at: string;
  /** Increases with every step on the phone. */
  order: number;
  what: NewStep;
  status: 'kept' | 'held' | 'sent';
  problem?: string;
  clash?: Clash;
  /** Task version after the step. */
  version?: number;
};

export const inOrder = (steps: readonly Step[]): Step[] => steps.toSorted((one, other) => one.order - other.order);

export const isUnsent = ({ status }: Step): boolean => status !== 'sent';

/** The step to send now: the first that waits for no earlier step of its task. */
export function nextStep(steps: readonly Step[]): Step | null {
  const waiting = new Set<string>();
  for (const step of inOrder(steps).filter(isUnsent)) {
    if (step.status === 'kept' && !waiting.has(step.number)) return step;
    waiting.add(step.number);
  }
  return null;
}

type Answer = { status: number; said: { version?: number; message?: string; rule?: string; details?: unknown } };

/** These refuse the step for good. Any other answer, or no network, may succeed later. */
const REFUSED = [400, 403, 404, 409, 413, 422];

/** The step after a server answer; null if it must be sent again later. */
export function stepAfterResponse(step: Step, { status, said }: Answer): Step | null {
  if (status === 200)
    return { ...withoutProblem(step), status: 'sent', ...(said.version ? { version: said.version } : {}) };
  if (!REFUSED.includes(status)) return null;
  const problem = said.message ?? 'The server refused this.';
  const clash = said.rule === 'WO-18' && said.details ? { clash: said.details as Clash } : {};
  return { ...withoutProblem(step), status: 'held', problem, ...clash };
}

function withoutProblem({ problem: _problem, clash: _clash, ...step }: Step): Step {
  return step;
}

/** The step to send again. After a clash it carries the server's version. */
export function retryStep(step: Step): Step {
  const { what, clash } = step;
  const seen = clash && what.kind === 'move' ? { ...what, version: clash.version } : what;
  return { ...withoutProblem(step), what: seen, status: 'kept' };
}

/** Steps discarded when the server's side is kept: the step, and later moves of its task that build on it. */
export function discardedSteps(steps: readonly Step[], step: Step): Step[] {
  const later = ({ number, order, what }: Step) =>
    number === step.number && order > step.order && what.kind === 'move' && step.what.kind === 'move';
  return steps.filter((each) => each.stepId === step.stepId || (isUnsent(each) && later(each)));
}

/** A task with the technician's moves that the page does not know yet. */
export function withSteps(task: DayTask, steps: readonly Step[]): DayTask {
  const own = inOrder(steps).filter(({ number }) => number === task.number);
  let shown = task;
  for (const { what, at, status, version } of own) {
    if (status === 'held') break;
    if (what.kind !== 'move' || (status === 'sent' && (version ?? 0) <= task.version)) continue;
    const { action } = what;
    const began = action === 'start' ? { actualStart: what.actualStart ?? at } : {};
    shown = { ...shown, state: taskActions[action].to, ...began };
  }
  return shown;
}
