'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { addLookupRowAction, updateLookupRowAction } from '#lib/data-lookup/actions.ts';
import type { LookupRow } from '#lib/settings/priority.ts';
import { levels, priorities } from '#lib/words/choice.ts';

const choices = { impact: levels, urgency: levels, priority: priorities };

const fields = [
  { name: 'impact', label: 'Impact' },
  { name: 'urgency', label: 'Urgency' },
  { name: 'priority', label: 'Priority' },
] as const;

const newRow = { impact: 3, urgency: 3, priority: 5, order: 1000, active: true };

/** ADM-3 · adds a row, or changes the given one. */
export function LookupRowDialog({ row }: { row?: LookupRow & { id: string } }) {
  const [open, setOpen] = useState(false);
  const title = row ? `Edit impact ${row.impact}, urgency ${row.urgency}, order ${row.order}` : 'Add row';
  return (
    <>
      {row ? (
        <IconButton label={title} size="s" onClick={() => setOpen(true)}>
          <Icon name="pencil" />
        </IconButton>
      ) : (
        <Button size="s" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
          Add row
        </Button>
      )}
      <Dialog open={open} onOpenChange={setOpen} title={title}>
        <LookupRowForm row={row} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function LookupRowForm({ row, onDone }: { row?: LookupRow & { id: string }; onDone: () => void }) {
  const save = (data: FormData, id?: string) => (row ? updateLookupRowAction(data) : addLookupRowAction(data, id));
  const formDraft = useFormDraft(`lookup row ${row?.id ?? 'new'}`);
  const { submit, refused, errors, typedOr, typedAll } = useAction(save, { onDone, formDraft, once: formDraft.name });
  const saved = row ?? newRow;
  const active = typedAll('active');
  const order = typedOr('order', String(saved.order));
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save}>
      <RefusalBanner refused={refused} />
      {row && <input type="hidden" name="id" value={row.id} />}
      <FieldGrid>
        {fields.map(({ name, label }) => {
          const value = typedOr(name, String(saved[name]));
          return (
            <SelectField
              key={`${name} ${value}`}
              label={label}
              error={errors[name]}
              name={name}
              defaultValue={value}
              options={choices[name]}
            />
          );
        })}
        <Field label="Order" error={errors.order} hint="The row with the lowest order applies.">
          {(control) => (
            <TextInput {...control} key={order} name="order" defaultValue={order} inputMode="numeric" required />
          )}
        </Field>
      </FieldGrid>
      <Checkbox
        label="Active"
        name="active"
        defaultChecked={active ? active.length > 0 : saved.active}
        className="mt-3"
      />
      <DialogActions>
        <DialogCancel onCancel={formDraft.discard} />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
