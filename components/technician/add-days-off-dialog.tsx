'use client';

import { AddDialog } from '#components/actions/add-dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { addDaysOffAction } from '#lib/technician/actions.ts';

/** WO-10, WO-15 · Gives a technician days off. */
export function AddDaysOffDialog({ technicianId }: { technicianId: string }) {
  return (
    <AddDialog
      title="Add days off"
      button={{ size: 's' }}
      action={addDaysOffAction}
      name={`days off of ${technicianId}`}
      hidden={{ technicianId }}
      verb="Add"
    >
      {({ errors, typedOr }) => (
        <FieldGrid>
          <Field label="First day" required error={errors.from}>
            {(control) => <TextInput {...control} type="date" name="from" defaultValue={typedOr('from', '')} />}
          </Field>
          <Field label="Last day" required error={errors.to} hint="This day is off, too.">
            {(control) => <TextInput {...control} type="date" name="to" defaultValue={typedOr('to', '')} />}
          </Field>
          <Field label="Reason" error={errors.reason} className="sm:col-span-2">
            {(control) => (
              <TextInput {...control} name="reason" defaultValue={typedOr('reason', '')} autoComplete="off" />
            )}
          </Field>
        </FieldGrid>
      )}
    </AddDialog>
  );
}
