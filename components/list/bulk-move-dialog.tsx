'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { DraftField } from '#components/field/draft-field.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { BulkMove } from '#lib/list/bulk-moves.ts';
import { counted } from '#lib/record/counted.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type Filled, moveName, SET_STATE } from './bulk-runs.ts';
import { BulkWords } from './bulk-words.tsx';

interface BulkMoveDialogProps {
  kind: TaskKind;
  count: number;
  move: BulkMove;
  /** Who reads the comment entered here. */
  audience: readonly string[];
  onSubmit: (filled: Filled, discard: () => void) => void;
  onClose: () => void;
}

const byName = (fields: readonly FieldView[]) => Object.fromEntries(fields.map((field) => [field.name, field]));

/** The input of a state change for many records, asked once: the same fields as on the page of a single record. */
export function BulkMoveDialog({ kind, count, move, audience, onSubmit, onClose }: BulkMoveDialogProps) {
  const draftName = `bulk ${kind} ${move.label}`;
  const inTurn = Object.values(move.fieldsWith).flatMap((values) => Object.values(values).flat());
  const draft = useDraft(draftName, byName([...move.fields, ...inTurn]), 1);
  const [comment, setComment] = useDraftText(`${draftName} comment`);
  const [workNote, setWorkNote] = useDraftText(`${draftName} work note`);
  const shown = move.fields.flatMap((field) => [
    field,
    ...(move.fieldsWith[field.name]?.[String(draft.valueOf(field.name))] ?? []),
  ]);
  const asksComment =
    move.asksComment ||
    shown.some(({ name }) => name in move.commentWith && draft.valueOf(name) === move.commentWith[name]);
  const lacksWords = (asksComment && !comment.trim()) || (move.asksWorkNote && !workNote.trim());
  const isIncomplete = lacksWords || shown.some(({ name, required }) => required && !draft.valueOf(name));

  const records = counted(kind, count);

  function discard() {
    draft.discard();
    setComment('');
    setWorkNote('');
  }

  function submit() {
    const filled = shown
      .filter(({ name, value }) => draft.names.includes(name) || value === true)
      .map(({ name }) => [name, draft.valueOf(name)]);
    const words = { ...(asksComment ? { comment } : {}), ...(move.asksWorkNote ? { workNote } : {}) };
    onSubmit({ values: Object.fromEntries(filled), ...words }, discard);
  }

  return (
    <DialogForm
      title={'verb' in move.to ? `${move.label}: ${records}` : `${SET_STATE} of ${records}: ${move.label}`}
      verb={moveName(move)}
      cancelLabel={move.final ? `Keep ${records}` : undefined}
      description={
        shown.some(({ required }) => !required) ? 'Empty fields stay as they are on each record.' : undefined
      }
      onClose={onClose}
      refused={null}
      pending={false}
      danger={move.final}
      disabled={isIncomplete}
      onSubmit={submit}
      onCancel={discard}
    >
      <div className="grid gap-3">
        {move.final && <p>This is final: they cannot be reopened.</p>}
        {move.noticed && <p>{move.noticed}</p>}
        {asksComment && (
          <BulkWords type="comment" kind={kind} audience={audience} value={comment} onChange={setComment} />
        )}
        {move.asksWorkNote && <BulkWords type="work_note" kind={kind} value={workNote} onChange={setWorkNote} />}
        {shown.map((field) => (
          <DraftField key={field.name} field={field} draft={draft} />
        ))}
      </div>
    </DialogForm>
  );
}
