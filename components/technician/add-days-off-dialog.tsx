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
      {({ field }) => (
        <FieldGrid>
          <TextField label="First day" required type="date" {...field('from')} />
          <TextField label="Last day" required hint="This day is included." type="date" {...field('to')} />
          <TextField label="Reason" className="sm:col-span-2" {...field('reason')} autoComplete="off" />
        </FieldGrid>
      )}
    </AddDialog>
  );
}
