'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { saveTechnicianAction } from '#lib/technician/actions.ts';
import { WorkingTimeZone } from './working-time-zone.tsx';

interface AddTechnicianProps {
  users: readonly { id: string; name: string; timeZone: string | null }[];
  timeZones: readonly { value: string; label: string }[];
  /** The default time zone for users whose own is unknown. */
  own: string;
}

/** WO-10 · Makes a user a technician; the technician's page sets hours and skills. */
export function AddTechnicianDialog(props: AddTechnicianProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        Add technician
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Add technician">
        <AddTechnicianForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddTechnicianForm({ users, timeZones, own, onDone }: AddTechnicianProps & { onDone: () => void }) {
  const { submit, refused, errors, field } = useAction(saveTechnicianAction, { onDone });
  const [userId, setUserId] = useState('');
  return (
    <form action={submit} noValidate>
      <RefusalBanner refused={refused} />
      <FieldGrid>
        <SelectField
          label="User"
          required
          error={errors.userId}
          hint="Users with the role wm_agent."
          name="userId"
          value={userId}
          onChange={({ target }) => setUserId(target.value)}
          placeholder="Choose a user"
          options={users.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <WorkingTimeZone
          field={field}
          saved={users.find(({ id }) => id === userId)?.timeZone ?? own}
          options={timeZones}
        />
      </FieldGrid>
      {['region', 'address', 'latitude', 'longitude', 'skills'].map((name) => (
        <input key={name} type="hidden" name={name} value="" />
      ))}
      <input type="hidden" name="active" value="on" />
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Add</SubmitButton>
      </DialogActions>
    </form>
  );
}
