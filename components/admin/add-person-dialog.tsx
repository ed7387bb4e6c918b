'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { usualRoles } from '#lib/access/roles.ts';
import { addPersonAction } from '#lib/customer/actions.ts';
import { timeZoneOptions } from '#lib/user/time-zones.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** ADM-6 · adds a contact of an account, or without one a consumer. */
export function AddPersonDialog({ accountId }: { accountId?: string }) {
  const [open, setOpen] = useState(false);
  const title = accountId ? 'Add contact' : 'Add consumer';
  return (
    <>
      <Button variant={accountId ? 'secondary' : 'primary'} icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} size="l">
        <PersonForm accountId={accountId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function PersonForm({ accountId, onDone }: { accountId?: string; onDone: () => void }) {
  const kept = useKeptForm(`person of ${accountId ?? 'nobody'}`);
  const { submit, refused, errors, typedOr, typedAll } = useAction(addPersonAction, { onDone, kept, once: kept.name });
  const timeZone = typedOr('timeZone', 'UTC');
  const usual = usualRoles[accountId ? 'contact' : 'consumer'];
  return (
    <form key={kept.key} action={submit} onInput={kept.keep} noValidate className="grid gap-4">
      <RefusalBanner refused={refused} />
      {accountId && <input type="hidden" name="accountId" value={accountId} />}
      <FieldGrid>
        <Field label="Name" required error={errors.name}>
          {(control) => <TextInput {...control} name="name" defaultValue={typedOr('name', '')} autoComplete="off" />}
        </Field>
        <Field label="Email" required error={errors.email}>
          {(control) => (
            <TextInput {...control} name="email" type="email" defaultValue={typedOr('email', '')} autoComplete="off" />
          )}
        </Field>
        <Field label="Time zone" error={errors.timeZone}>
          {(control) => (
            <Select
              {...control}
              key={timeZone}
              name="timeZone"
              defaultValue={timeZone}
              options={timeZoneOptions(timeZone)}
            />
          )}
        </Field>
        <Field label="First password" error={errors.password} hint="Without one, nobody can sign in yet.">
          {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" />}
        </Field>
      </FieldGrid>
      <RoleBoxes audience="external" held={typedAll('roles') ?? [usual]} error={errors.roles} />
      <DialogActions>
        <DialogCancel onCancel={kept.discard} />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
