'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { addDaysOffAction } from '#lib/technician/actions.ts';

/** WO-10, WO-15 · Gives a technician days off. */
export function AddDaysOffDialog({ technicianId }: { technicianId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        Add days off
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Add days off">
        <AddDaysOffForm technicianId={technicianId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddDaysOffForm({ technicianId, onDone }: { technicianId: string; onDone: () => void }) {
  const kept = useKeptForm(`days off of ${technicianId}`);
  const { submit, refused, errors, typedOr } = useAction(addDaysOffAction, { onDone, kept, once: kept.name });
  return (
    <form key={kept.key} action={submit} onInput={kept.keep} noValidate>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="technicianId" value={technicianId} />
      <FieldGrid>
        <Field label="First day" required error={errors.from}>
          {(control) => <TextInput {...control} type="date" name="from" defaultValue={typedOr('from', '')} />}
        </Field>
        <Field label="Last day" required error={errors.to} hint="The day itself is off, too.">
          {(control) => <TextInput {...control} type="date" name="to" defaultValue={typedOr('to', '')} />}
        </Field>
        <Field label="Reason" error={errors.reason} className="sm:col-span-2">
          {(control) => (
            <TextInput {...control} name="reason" defaultValue={typedOr('reason', '')} autoComplete="off" />
          )}
        </Field>
      </FieldGrid>
      <DialogActions>
        <DialogCancel onCancel={kept.discard} />
        <SubmitButton>Add</SubmitButton>
      </DialogActions>
    </form>
  );
}
