'use client';

import { useState } from 'react';
import { DraftForm } from '#components/actions/draft-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
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
  const saved = row ?? newRow;
  return (
    <DraftForm
      action={row ? updateLookupRowAction : addLookupRowAction}
      name={`lookup row ${row?.id ?? 'new'}`}
      isOnce
      hidden={{ id: row?.id }}
      verb="Save"
      noValidate={false}
      onDone={onDone}
    >
      {({ errors, field, box, typedOr }) => {
        const order = typedOr('order', String(saved.order));
        return (
          <>
            <FieldGrid>
              {fields.map(({ name, label }) => (
                <SelectField key={name} label={label} {...field(name, String(saved[name]))} options={choices[name]} />
              ))}
              <Field label="Order" error={errors.order} hint="The row with the lowest order applies.">
                {(control) => (
                  <TextInput {...control} key={order} name="order" defaultValue={order} inputMode="numeric" required />
                )}
              </Field>
            </FieldGrid>
            <Checkbox label="Active" {...box('active', saved.active)} className="mt-3" />
          </>
        );
      }}
    </DraftForm>
  );
}
