import { startTransition } from 'react';
import { callAction, isDeclined, type Refused } from '#components/actions/call-action.ts';
import { toast } from '#components/ui/toast.ts';
import { moveCaseAction } from '#lib/case/actions.ts';
import { undoManyAction } from '#lib/list/actions.ts';
import type { UndoMany } from '#lib/list/schema.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import type { RowMove } from '#lib/record-page/row-edit.ts';

type Values = Readonly<Partial<Record<'priority' | 'assignedToId' | 'state', string | null>>>;

/** A change made in a row, its success message, and its undo if that is possible. */
export type RowChange = { to: Values | RowMove['to']; said: string; undo?: UndoMany['what'] };

type Row = { kind: TaskKind; number: string; version: number };

/** Sends the change in a transition, so that the refreshed list appears together with the answer. */
function send<T>(call: (shown: Shown | undefined) => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  return new Promise((resolve, reject) => {
    startTransition(() => callAction(call).then(resolve, reject));
  });
}

const shownIn = (shown: Shown | undefined) => (shown ? { shown } : {});

/** REC-3 · Saves a row's change and announces it with *Undo*; returns a refusal, or that the user did not confirm. */
export async function saveRow({ to, said, undo, ...row }: Row & RowChange): Promise<Refused | 'declined' | null> {
  const { number, version } = row;
  const answer = await send<{ version: number }>((shown) =>
    'verb' in to
      ? moveCaseAction({ number, version, verb: to.verb, ...shownIn(shown) })
      : updateTaskAction({ ...row, values: { ...to }, ...shownIn(shown) }),
  );
  if (!answer.ok) return isDeclined(answer) ? 'declined' : answer;
  const now = answer.data?.version;
  const back = undo && now !== undefined ? () => void takeBack({ ...row, version: now }, undo) : null;
  toast({
    text: ('verb' in to && answer.message) || `${number}: ${said}.`,
    ...(back ? { action: { label: 'Undo', run: back } } : {}),
  });
  return null;
}

/** SYNC-MAJ-1 · Undoes the change by history, which also restores each child case's earlier value. */
async function takeBack({ kind, number, version }: Row, what: UndoMany['what']) {
  const answer = await send(() => undoManyAction({ kind, what, records: [{ number, version }] }));
  const [refused] = answer.ok ? (answer.data?.refused ?? []) : [];
  if (answer.ok && !refused) toast({ text: `${number}: undone.` });
  else {
    const { rule, text } = answer.ok
      ? { rule: refused?.rule, text: refused?.because ?? '' }
      : { rule: answer.rule, text: answer.message };
    toast({ tone: 'error', text, ...(rule ? { rule } : {}) });
  }
}
