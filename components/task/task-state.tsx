import type { TaskKind } from '#lib/task/kind.ts';
import { stateShown } from '#lib/task/state-shown.ts';
import { RecordState } from './record-state.tsx';

/** The state of a record of any kind, by its name in the product. */
export function TaskState({ kind, state }: { kind: TaskKind; state: string }) {
  return <RecordState state={stateShown(kind, state)} />;
}
