import { takeBack } from '#components/record/take-back.ts';
import { toast } from '#components/ui/toast.ts';
import type { WithShown } from '#lib/door/action.ts';
import type { UpdateTask } from '#lib/record/schema.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';

/** REC-3, SYNC-MAJ-1 · Saves a record. What was also written into child cases is announced with *Undo*, where it can be undone. */
export async function saveTask(input: UpdateTask | WithShown<UpdateTask>) {
  const answer = await updateTaskAction(input);
  if (!answer.ok || !answer.data?.undo) return answer;
  const { message, ...others } = answer;
  const { undo, version } = answer.data;
  const { kind, number } = input;
  const run = () => void takeBack({ kind, number, version }, undo);
  toast({ text: message ?? `${number} saved.`, action: { label: 'Undo', run } });
  return others;
}
