import { stateShown } from '#lib/kinds/state-shown.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { RecordState } from './record-state.tsx';

/** The state of a record of any kind, by its name in the product. */
export function TaskState({ kind, state }: { kind: TaskKind; state: string }) {
  return <RecordState state={stateShown(kind, state)} />;
}
