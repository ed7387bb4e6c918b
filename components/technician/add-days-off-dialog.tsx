'use client';

import { AddDialog } from '#components/actions/add-dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
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
          <TextField
            label="First day"
            required
            error={errors.from}
            type="date"
            name="from"
            defaultValue={typedOr('from', '')}
          />
          <TextField
            label="Last day"
            required
            error={errors.to}
            hint="This day is included."
            type="date"
            name="to"
            defaultValue={typedOr('to', '')}
          />
          <TextField
            label="Reason"
            error={errors.reason}
            className="sm:col-span-2"
            name="reason"
            defaultValue={typedOr('reason', '')}
            autoComplete="off"
          />
        </FieldGrid>
      )}
    </AddDialog>
  );
}
