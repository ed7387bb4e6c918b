import { useState } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { timeOfDay } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { assignManyAction, undoManyAction } from '#lib/task/list/actions.ts';
import { type Bulk, bulkMessage, type Taking, undoneMessage } from '#lib/task/rules/bulk-message.ts';
import type { BulkTarget } from './bulk-bar.tsx';

/** A row of a selection, in the version that it shows. */
export type Selected = { number: string; version: number };

type Assignment = { kind: TaskKind; records: readonly Selected[]; to: BulkTarget; confirmed?: boolean };

type Outcome = { text: string; rule: string | undefined; undoable: Bulk | null };

/** A bulk assignment: the question from whom it takes records, what came of it until that is dismissed, and its undoing. */
export function useBulkAssign(kind: TaskKind, onDone: () => void) {
  const { locale, timeZone } = useLocale();
  const [last, setLast] = useState<Assignment | null>(null);
  const [taking, setTaking] = useState<Taking[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const assigning = useAction((input: Assignment) => assignManyAction({ ...input, records: [...input.records] }), {
    quiet: true,
    onDone: (data, { to }) => {
      setTaking(data?.taking ?? []);
      if (!data || data.taking.length > 0) return;
      setOutcome({
        text: bulkMessage(data, to === 'me' ? null : to.name),
        rule: data.refused[0]?.rule,
        undoable: data.assigned.length > 0 ? data : null,
      });
      onDone();
    },
  });
  const undoing = useAction((input: { bulk: Bulk }) => undoManyAction({ kind, records: input.bulk.assigned }), {
    quiet: true,
    onDone: (data, { bulk }) => {
      if (!data) return;
      const text = undoneMessage(data, bulk, timeOfDay(new Date(), locale, timeZone));
      setOutcome({ text, rule: data.refused[0]?.rule, undoable: null });
    },
  });
  const undoable = outcome?.undoable;

  return {
    pending: assigning.pending || undoing.pending,
    refused: undoing.refused ?? assigning.refused,
    outcome,
    taking,
    assign: (to: BulkTarget, records: readonly Selected[]) => {
      const assignment = { kind, records, to };
      setLast(assignment);
      undoing.reset();
      assigning.run(assignment);
    },
    confirm: () => {
      setTaking([]);
      if (last) assigning.run({ ...last, confirmed: true });
    },
    cancel: () => setTaking([]),
    undo: undoable ? () => undoing.run({ bulk: undoable }) : null,
    dismiss: () => setOutcome(null),
  };
}

export type BulkAssign = ReturnType<typeof useBulkAssign>;
