import { z } from 'zod';
import { mayUseWorkspace } from '#lib/access/policy.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';
import { recordWithContext } from './queries/record-frame.ts';
import { type LoadedRecord, recordViewOf } from './record-view.ts';

export const RowOfList = z.object({ kind: Kind, number: TaskNumber });
export type RowOfList = z.infer<typeof RowOfList>;

/** A possible move of a record from its row: to a state, or by a header button of a case. */
export type RowMove = {
  label: string;
  to: { state: string } | { verb: CaseVerbName };
  /** The move needs more input than a row has; it is done on the record's page. */
  asksMore: boolean;
  /** Whether one step undoes the move. */
  isUndoable: boolean;
};

/** What can be changed in a record's row, with the current values. */
export type RowEdit = {
  version: number;
  title: string;
  state: { value: string; label: string };
  moves: RowMove[];
  priority: FieldView | null;
  assignedToId: FieldView | null;
};

type Framed = NonNullable<Awaited<ReturnType<typeof recordWithContext>>>;

function movesOf({ verbs, fields }: LoadedRecord, { record, frame, settings }: Framed): RowMove[] {
  if (record.kind === 'case')
    // The assignee has a separate field.
    return verbs
      .filter(({ name }) => name !== 'assign-to-me')
      .map(({ name, label, fields: asked, asksComment, asksWorkNote, final }) => ({
        label,
        to: { verb: name },
        asksMore: asked.length > 0 || asksComment || asksWorkNote || final,
        isUndoable: false,
      }));
  const definition = definitionOf(record.kind);
  const asks = (state: string) => (definition.moveFields[state]?.length ?? 0) > 0;
  const leadsBack = (state: string) =>
    !asks(record.state) &&
    definition.movesFrom({ ...record, state }, { settings, parts: frame.parts }).includes(record.state);
  const { editable = false, options = [] } = fields.state ?? {};
  const others = options.filter(({ value }) => editable && value !== record.state);
  return others.map(({ value, label }) => ({
    label,
    to: { state: value },
    asksMore: asks(value),
    isUndoable: leadsBack(value),
  }));
}

/** REC-3, ACC-6 · What a user may change in a record's row. Null: missing or hidden from the actor. */
export async function rowEdit(actor: Actor, { kind, number }: RowOfList): Promise<RowEdit | null> {
  const framed = mayUseWorkspace(actor) ? await recordWithContext(db(), actor, kind, number) : null;
  if (!framed) return null;
  const view = recordViewOf({ actor, affectedCases: 0, ...framed });
  return {
    version: view.version,
    title: view.title,
    state: { value: view.state.value, label: view.state.label },
    moves: movesOf(view, framed),
    priority: view.fields.priority ?? null,
    assignedToId: view.fields.assignedToId ?? null,
  };
}
