'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { addWorkingHoursAction } from '#lib/technician/actions.ts';
import { weekdays } from '#lib/technician/rules/keep-hours.ts';

const workdays = ['1', '2', '3', '4', '5'];

const fields = [
  { name: 'from', label: 'From', type: 'time', saved: '08:00' },
  {
    name: 'to',
    label: 'To',
    type: 'time',
    saved: '17:00',
    hint: 'An end that is not after the begin is on the next day.',
  },
  { name: 'validFrom', label: 'Valid from', type: 'date', saved: '' },
  { name: 'validTo', label: 'Valid to', type: 'date', saved: '' },
];

/** WO-10 · Adds hours on several weekdays at once. */
export function AddHoursDialog({ technicianId }: { technicianId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        Add hours
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Add working hours">
        <AddHoursForm technicianId={technicianId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddHoursForm({ technicianId, onDone }: { technicianId: string; onDone: () => void }) {
  const kept = useKeptForm(`working hours of ${technicianId}`);
  const { submit, refused, errors, typedOr, typedAll } = useAction(addWorkingHoursAction, {
    onDone,
    kept,
    once: kept.name,
  });
  const chosen = typedAll('weekdays') ?? workdays;
  return (
    <form key={kept.key} action={submit} onInput={kept.keep} noValidate>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="technicianId" value={technicianId} />
      <fieldset className="mb-3">
        <legend className="field-head">Weekdays</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {weekdays.map((day, index) => (
            <Checkbox
              key={day}
              label={day}
              name="weekdays"
              value={index + 1}
              defaultChecked={chosen.includes(String(index + 1))}
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
          <Field key={name} label={label} error={errors[name]} hint={hint}>
            {(control) => <TextInput {...control} type={type} name={name} defaultValue={typedOr(name, saved)} />}
          </Field>
        ))}
      </FieldGrid>
      <DialogActions>
        <DialogCancel onCancel={kept.discard} />
        <SubmitButton>Add</SubmitButton>
      </DialogActions>
    </form>
  );
}
