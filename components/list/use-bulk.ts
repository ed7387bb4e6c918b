import { useState } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { timeOfDay } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { undoManyAction } from '#lib/list/actions.ts';
import { type Bulk, bulkMessage, type Taking, undoneMessage } from '#lib/list/rules/bulk-message.ts';
import type { Said } from '#lib/list/rules/bulk-words.ts';
import type { UndoMany } from '#lib/list/schema.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { PlannedAction } from '#lib/record-page/would-update.ts';

/** A row of a selection, in the version that it shows. */
export type Selected = { number: string; version: number; over?: boolean; readOnly?: boolean };

/** REC-5 · None of them can be changed any longer: nothing is offered that all of them would refuse. */
export const areOver = (selected: readonly Selected[]) => selected.every(({ over }) => over);

/** ACC-13 · The same of those that are over or that the person may only read, such as a major case of which others are managers. */
export const areFixed = (selected: readonly Selected[]) => selected.every(({ over, readOnly }) => over || readOnly);

/** Something that can be done to many records: by which action, what it is called, and how what came of it is said. */
export type BulkRun = {
  label: string;
  /** `shown`: what the person has confirmed of child cases (SYNC-MAJ-1). */
  send: (
    records: Selected[],
    how: { confirmed: boolean; shown?: Shown },
    callId?: string,
  ) => Promise<ActionResult<Bulk & { taking?: Taking[] }>>;
  /** SYNC-5 · The same of one record, to be looked at before; absent: nothing follows from it. */
  considers?: (record: Selected) => PlannedAction;
  said: Said;
  /** What *Undo* sets back; absent: there is no way back. */
  undo?: { what: UndoMany['what']; said: Said };
  /** At least one record was changed: what was typed for it is no longer needed. */
  onDone?: () => void;
};

type Sent = { run: BulkRun; records: Selected[]; confirmed?: boolean; shown?: Shown };

type Outcome = {
  text: string;
  rule: string | undefined;
  undoable: (NonNullable<BulkRun['undo']> & { bulk: Bulk }) | null;
  /** CASE-6 · What is done only if it is meant. */
  unsure: Sent | null;
};

/** REC-3 · There is something to set back: of moves, at least one from which the rules lead back. */
function canBeUndone({ done }: Bulk, what: UndoMany['what']): boolean {
  return what === 'state' ? done.some(({ hasWayBack }) => hasWayBack) : done.length > 0;
}

function outcomeOf(bulk: Bulk, { run, records }: Sent): Outcome {
  const unsure = new Set(bulk.refused.flatMap(({ number, confirm }) => (confirm ? number : [])));
  const again = records.filter(({ number }) => unsure.has(number));
  return {
    text: bulkMessage(bulk, run.said),
    rule: bulk.refused[0]?.rule,
    undoable: run.undo && canBeUndone(bulk, run.undo.what) ? { ...run.undo, bulk } : null,
    unsure: again.length > 0 ? { run, records: again, confirmed: true } : null,
  };
}

/** Something done to many records: the question from whom it takes them, what came of it until dismissed, and its undoing. */
export function useBulk(kind: TaskKind, onDone: () => void) {
  const { locale, timeZone } = useLocale();
  const [question, setQuestion] = useState<(Sent & { taking: Taking[] }) | null>(null);
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
      onDone: (data, { bulk, said }) => {
        if (!data) return;
        const text = undoneMessage(data, bulk, timeOfDay(new Date(), locale, timeZone), said);
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
    /** Those that were asked about are meant. */
    again: unsure && (() => send(unsure)),
    dismiss: () => setOutcome(null),
  };
}

export type BulkRunner = ReturnType<typeof useBulk>;
