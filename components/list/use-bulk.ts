import { useState } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { timeOfDay } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { undoManyAction } from '#lib/list/actions.ts';
import { type Bulk, bulkMessage, type Reassignment, undoneMessage } from '#lib/list/rules/bulk-message.ts';
import type { BulkWording } from '#lib/list/rules/bulk-words.ts';
import type { UndoMany } from '#lib/list/schema.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { PlannedAction } from '#lib/record-page/would-update.ts';

/** A selected row, with the version it shows. */
export type Selected = { number: string; version: number; over?: boolean; readOnly?: boolean };

/** REC-5 · None of the records can be changed any longer: no action is offered that all would refuse. */
export const areOver = (selected: readonly Selected[]) => selected.every(({ over }) => over);

/** ACC-13 · None can be changed by this user: each is closed or read-only, such as a major case with other managers. */
export const areFixed = (selected: readonly Selected[]) => selected.every(({ over, readOnly }) => over || readOnly);

/** A bulk action: its server call, its label, and its result message. */
export type BulkRun = {
  label: string;
  /** `shown`: the effects on child cases that the user confirmed (SYNC-MAJ-1). */
  send: (
    records: Selected[],
    how: { confirmed: boolean; shown?: Shown },
    callId?: string,
  ) => Promise<ActionResult<Bulk & { taking?: Reassignment[] }>>;
  /** SYNC-5 · The same action on one record, for the preview; absent: it has no further effects. */
  considers?: (record: Selected) => PlannedAction;
  wording: BulkWording;
  /** What *Undo* restores; absent: it cannot be undone. */
  undo?: { what: UndoMany['what']; wording: BulkWording };
  /** Called when at least one record was changed: the draft is no longer needed. */
  onDone?: () => void;
};

type Sent = { run: BulkRun; records: Selected[]; confirmed?: boolean; shown?: Shown };

type Outcome = {
  text: string;
  rule: string | undefined;
  undoable: (NonNullable<BulkRun['undo']> & { bulk: Bulk }) | null;
  /** CASE-6 · The call that waits for confirmation. */
  unsure: Sent | null;
};

/** REC-3 · Something can be restored: for state changes, at least one that the rules allow to reverse. */
function canBeUndone({ done }: Bulk, what: UndoMany['what']): boolean {
  return what === 'state' ? done.some(({ isUndoable }) => isUndoable) : done.length > 0;
}

function outcomeOf(bulk: Bulk, { run, records }: Sent): Outcome {
  const unsure = new Set(bulk.refused.flatMap(({ number, confirm }) => (confirm ? number : [])));
  const again = records.filter(({ number }) => unsure.has(number));
  return {
    text: bulkMessage(bulk, run.wording),
    rule: bulk.refused[0]?.rule,
    undoable: run.undo && canBeUndone(bulk, run.undo.what) ? { ...run.undo, bulk } : null,
    unsure: again.length > 0 ? { run, records: again, confirmed: true } : null,
  };
}

/** Runs a bulk action: the question whether to take records from others, the result until dismissed, and undo. */
export function useBulk(kind: TaskKind, onDone: () => void) {
  const { locale, timeZone } = useLocale();
  const [question, setQuestion] = useState<(Sent & { taking: Reassignment[] }) | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const sending = ({ run, records, confirmed = false, shown }: Sent, id?: string) =>
    run.send(records, { confirmed, ...(shown ? { shown } : {}) }, id);
  const running = useAction(sending, {
    once: `bulk ${kind}`,
    quiet: true,
    onDone: (data, sent) => {
      const { taking = [] } = data ?? {};
      setQuestion(taking.length > 0 ? { ...sent, taking } : null);
      if (!data || taking.length > 0) return;
      setOutcome(outcomeOf(data, sent));
      if (data.done.length > 0) sent.run.onDone?.();
      onDone();
    },
  });
  const undoing = useAction(
    ({ what, bulk }: NonNullable<Outcome['undoable']>) => undoManyAction({ kind, what, records: bulk.done }),
    {
      quiet: true,
      onDone: (data, { bulk, wording }) => {
        if (!data) return;
        const text = undoneMessage(data, bulk, timeOfDay(new Date(), locale, timeZone), wording);
        setOutcome({ text, rule: data.refused[0]?.rule, undoable: null, unsure: null });
      },
    },
  );
  const { undoable = null, unsure = null } = outcome ?? {};

  function send(sent: Sent) {
    undoing.reset();
    setQuestion(null);
    running.run(sent);
  }

  return {
    pending: running.pending || undoing.pending,
    refused: undoing.refused ?? running.refused,
    outcome,
    question,
    run: (run: BulkRun, records: readonly Selected[]) => send({ run, records: [...records] }),
    confirm: () => question && send({ ...question, confirmed: true }),
    cancel: () => setQuestion(null),
    undo: undoable && (() => undoing.run(undoable)),
    /** Repeats the call for the records that needed confirmation. */
    again: unsure && (() => send(unsure)),
    dismiss: () => setOutcome(null),
  };
}

export type BulkRunner = ReturnType<typeof useBulk>;
