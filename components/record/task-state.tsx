import { stateShown } from '#lib/kinds/state-shown.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { RecordState } from './record-state.tsx';

/** The state of a record of any kind, with its label. */
export function TaskState({ kind, state }: { kind: TaskKind; state: string }) {
  return <RecordState state={stateShown(kind, state)} />;
}
