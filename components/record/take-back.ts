import { sendInTransition } from '#components/actions/send-in-transition.ts';
import { toast } from '#components/ui/toast.ts';
import { undoManyAction } from '#lib/list/actions.ts';
import type { UndoMany } from '#lib/list/schema.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** A record as the change left it. */
type Changed = { kind: TaskKind; number: string; version: number };

/** SYNC-MAJ-1 · Undoes the change by history, which also restores each child case's earlier value. */
export async function takeBack({ kind, number, version }: Changed, what: UndoMany['what']) {
  const answer = await sendInTransition(() => undoManyAction({ kind, what, records: [{ number, version }] }));
  const [refused] = answer.ok ? (answer.data?.refused ?? []) : [];
  if (answer.ok && !refused) toast({ text: `The change of ${number} was undone.` });
  else {
    const { rule, text } = answer.ok
      ? { rule: refused?.rule, text: refused?.because ?? '' }
      : { rule: answer.rule, text: answer.message };
    toast({ tone: 'error', text, ...(rule ? { rule } : {}) });
  }
}
