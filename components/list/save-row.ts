import { isDeclined, type Refused } from '#components/actions/call-action.ts';
import { sendInTransition } from '#components/actions/send-in-transition.ts';
import { takeBack } from '#components/record/take-back.ts';
import { toast } from '#components/ui/toast.ts';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { UndoMany } from '#lib/list/schema.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import type { RowMove } from '#lib/record-page/row-edit.ts';

type Values = Readonly<Partial<Record<'priority' | 'assignedToId' | 'state', string | null>>>;

/** A change made in a row, its success message, and its undo if that is possible. */
export type RowChange = { to: Values | RowMove['to']; summary: string; undo?: UndoMany['what'] };

type Row = { kind: TaskKind; number: string; version: number };

const shownIn = (shown: Shown | undefined) => (shown ? { shown } : {});

/** REC-3 · Saves a row's change and announces it with *Undo*; returns a refusal, or that the user did not confirm. */
export async function saveRow({ to, summary, undo, ...row }: Row & RowChange): Promise<Refused | 'declined' | null> {
  const { number, version } = row;
  const answer = await sendInTransition<{ version: number }>((shown) =>
    'verb' in to
      ? moveCaseAction({ number, version, verb: to.verb, ...shownIn(shown) })
      : updateTaskAction({ ...row, values: { ...to }, ...shownIn(shown) }),
  );
  if (!answer.ok) return isDeclined(answer) ? 'declined' : answer;
  const now = answer.data?.version;
  const back = undo && now !== undefined ? () => void takeBack({ ...row, version: now }, undo) : null;
  toast({
    text: ('verb' in to && answer.message) || `${number}: ${summary}.`,
    ...(back ? { action: { label: 'Undo', run: back } } : {}),
  });
  return null;
}
