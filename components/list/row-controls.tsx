import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { recentOf } from '#components/field/recent-of.ts';
import { announceNavigation } from '#components/shell/navigation-event.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { RowEdit, RowMove } from '#lib/record-page/row-edit.ts';
import { moveName, SET_PRIORITY } from './bulk-runs.ts';
import { RowChoices } from './row-choices.tsx';
import type { RowField } from './row-fields.ts';
import type { RowChange } from './save-row.ts';

interface RowControlsProps {
  number: string;
  edit: RowEdit;
  fields: readonly RowField[];
  onChange: (change: RowChange) => void;
}

/** The possible changes of a row's record, field by field. */
export function RowControls({ number, edit, fields, onChange }: RowControlsProps) {
  const router = useRouter();
  const controls = useRef<HTMLDivElement>(null);
  useEffect(() => controls.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  const { priority, assignedToId, state, moves } = edit;

  function move({ to, label, asksMore, isUndoable }: RowMove) {
    if (asksMore) {
      announceNavigation(pathOfNumber(number));
      return router.push(pathOfNumber(number));
    }
    const summary = 'verb' in to ? label : `State ${label}`;
    onChange({ to, summary, ...(isUndoable ? { undo: 'state' } : {}) });
  }

  return (
    <div ref={controls} className="grid gap-3">
      {fields.includes('priority') && priority && (
        <RowChoices
          label={priority.label}
          now={priority.display}
          choices={(priority.options ?? [])
            .filter(({ value }) => value !== String(priority.value))
            .map((each) => ({ ...each, name: `${SET_PRIORITY}: ${each.label}` }))}
          onChoose={({ value, label }) =>
            onChange({ to: { priority: value }, summary: `Priority ${label}`, undo: 'priority' })
          }
          because={priority.because}
        />
      )}
      {fields.includes('state') && (
        <RowChoices
          label="State"
          now={state.label}
          choices={moves.map((each) => ({
            value: each.label,
            label: each.label,
            name: moveName(each),
            opens: each.asksMore,
            move: each,
          }))}
          onChoose={({ move: chosen }) => move(chosen)}
        />
      )}
      {fields.includes('assignedToId') && assignedToId && <Assignee field={assignedToId} onChange={onChange} />}
    </div>
  );
}

function Assignee({
  field,
  onChange,
}: {
  field: NonNullable<RowEdit['assignedToId']>;
  onChange: RowControlsProps['onChange'];
}) {
  const { label, value, display, optionsUrl, editable, because } = field;
  const before = value === null ? null : String(value);
  if (!editable || !optionsUrl) return <RowChoices label={label} now={display} choices={[]} because={because} />;
  return (
    <Field label={label}>
      {(control) => (
        <Combobox
          {...control}
          source={optionsUrl}
          recentAs={recentOf('assignedToId', optionsUrl)}
          defaultOption={before ? { id: before, label: display } : null}
          onSelect={(option) => {
            const to = option?.id ?? null;
            const summary = `Assigned to ${option?.label ?? 'nobody'}`;
            if (to !== before) onChange({ to: { assignedToId: to }, summary, undo: 'assignment' });
          }}
        />
      )}
    </Field>
  );
}
