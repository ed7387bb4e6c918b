import { startTransition } from 'react';
import { callAction, type Refused } from '#components/actions/call-action.ts';
import { toast } from '#components/ui/toast.ts';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { updateTaskAction } from '#lib/task/actions.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { RowMove } from '#lib/task/list/row-edit.ts';

type Values = Readonly<Partial<Record<'priority' | 'assignedToId' | 'state', string | null>>>;

/** What is chosen in a row, how that is said, and what takes it back where that is possible. */
export type RowChange = { to: Values | RowMove['to']; said: string; undo?: Values };

type Row = { kind: TaskKind; number: string; version: number };

/** Sends it as a transition, so that the list that comes back is shown with the answer. */
function send<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  return new Promise((resolve, reject) => {
    startTransition(() => callAction(call).then(resolve, reject));
  });
}

/** REC-3 · Saves a change of a row and says so, with the way back; what was refused. */
export async function saveRow({ to, said, undo, ...row }: Row & RowChange): Promise<Refused | null> {
  if ('verb' in to) {
    const { number, version } = row;
    const answer = await send(() => moveCaseAction({ number, version, verb: to.verb }));
    if (!answer.ok) return answer;
    toast({ text: answer.message ?? `${number}: ${said}.` });
    return null;
  }
  const answer = await send(() => updateTaskAction({ ...row, values: { ...to } }));
  if (!answer.ok) return answer;
  const version = answer.data?.version;
  const back = undo && version !== undefined ? () => void takeBack({ ...row, version }, undo) : null;
  toast({ text: `${row.number}: ${said}.`, ...(back ? { action: { label: 'Undo', run: back } } : {}) });
  return null;
}

async function takeBack(row: Row, values: Values) {
  const answer = await send(() => updateTaskAction({ ...row, values: { ...values } }));
  if (answer.ok) toast({ text: `${row.number}: undone.` });
  else toast({ tone: 'error', text: answer.message, ...(answer.rule ? { rule: answer.rule } : {}) });
}
