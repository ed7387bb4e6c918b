'use client';

import { AddDialog } from '#components/actions/add-dialog.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { weekdays } from '#lib/diary/rules/hours-do-not-overlap.ts';
import { addWorkingHoursAction } from '#lib/technician/actions.ts';

const workdays = ['1', '2', '3', '4', '5'];

const fields = [
  { name: 'from', label: 'From', type: 'time', saved: '08:00' },
  {
    name: 'to',
    label: 'To',
    type: 'time',
    saved: '17:00',
    hint: 'An end that is not after the start is on the next day.',
  },
  { name: 'validFrom', label: 'Valid from', type: 'date', saved: '' },
  { name: 'validTo', label: 'Valid to', type: 'date', saved: '' },
];

/** WO-10 · Adds hours on several weekdays at once. */
export function AddHoursDialog({ technicianId }: { technicianId: string }) {
  return (
    <AddDialog
      title="Add hours"
      button={{ size: 's' }}
      action={addWorkingHoursAction}
      name={`working hours of ${technicianId}`}
      hidden={{ technicianId }}
      verb="Add"
    >
      {({ errors, field, typedAll }) => (
        <>
          <fieldset>
            <legend className="field-head">Weekdays</legend>
            <div className="flex flex-wrap gap-x-4 gap-y-1">
              {weekdays.map((day, index) => (
                <Checkbox
                  key={day}
                  label={day}
                  name="weekdays"
                  value={index + 1}
                  defaultChecked={(typedAll('weekdays') ?? workdays).includes(String(index + 1))}
                />
              ))}
            </div>
            {errors.weekdays && (
              <p role="alert" className="mt-1 text-sm text-tone-red">
                {errors.weekdays}
              </p>
            )}
          </fieldset>
          <FieldGrid>
            {fields.map(({ name, label, type, saved, hint }) => (
              <TextField key={name} label={label} hint={hint} type={type} {...field(name, saved)} />
            ))}
          </FieldGrid>
        </>
      )}
    </AddDialog>
  );
}
