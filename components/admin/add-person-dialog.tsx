'use client';

import { AddDialog } from '#components/actions/add-dialog.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { usualRoles } from '#lib/access/roles.ts';
import { addPersonAction } from '#lib/customer/actions.ts';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** ADM-6 · adds a contact of an account, or a consumer if no account is given. */
export function AddPersonDialog({ accountId }: { accountId?: string }) {
  const usual = usualRoles[accountId ? 'contact' : 'consumer'];
  return (
    <AddDialog
      title={accountId ? 'Add contact' : 'Add consumer'}
      button={{ variant: accountId ? 'secondary' : 'primary' }}
      size="l"
      action={addPersonAction}
      name={`person of ${accountId ?? 'nobody'}`}
      hidden={accountId ? { accountId } : {}}
      verb="Save"
    >
      {({ errors, typedOr, typedAll }) => (
        <>
          <FieldGrid>
            <Field label="Name" required error={errors.name}>
              {(control) => (
                <TextInput {...control} name="name" defaultValue={typedOr('name', '')} autoComplete="off" />
              )}
            </Field>
            <Field label="Email" required error={errors.email}>
              {(control) => (
                <TextInput
                  {...control}
                  name="email"
                  type="email"
                  defaultValue={typedOr('email', '')}
                  autoComplete="off"
                />
              )}
            </Field>
            <Field label="Time zone" error={errors.timeZone}>
              {(control) => (
                <Select
                  {...control}
                  key={typedOr('timeZone', 'UTC')}
                  name="timeZone"
                  defaultValue={typedOr('timeZone', 'UTC')}
                  options={timeZoneOptions(typedOr('timeZone', 'UTC'))}
                />
              )}
            </Field>
            <Field label="First password" error={errors.password} hint="Without one, this person cannot sign in yet.">
              {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" />}
            </Field>
          </FieldGrid>
          <RoleBoxes audience="external" held={typedAll('roles') ?? [usual]} error={errors.roles} />
        </>
      )}
    </AddDialog>
  );
}
