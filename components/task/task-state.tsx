import { RecordState } from '#components/record/state.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { stateShown } from '#lib/task/state-shown.ts';

/** The state of a record of any kind, by its name in the product. */
export function TaskState({ kind, state }: { kind: TaskKind; state: string }) {
  return <RecordState state={stateShown(kind, state)} />;
}
